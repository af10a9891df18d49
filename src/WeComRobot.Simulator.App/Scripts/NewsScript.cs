using System;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes articles that are piped to Send-WeComNews.</summary>
internal static class NewsScript
{
    public static string? TryWrite(NewsMessage message, Uri webhook)
    {
        string[] articles = [.. message.News!.Articles!.Select(Write)];
        var send = new CmdletCall("Send-WeComNews").To(webhook);
        return !MessageScript.AreSame(message, MessageCleaner.Clean(message)) ? null
            : articles.Length == 1 ? $"{articles[0]} |\n    {send}"
            : $"{Pipeline.ListOf(articles)} | {send}";
    }

    private static string Write(Article article) => new CmdletCall("New-WeComArticle")
        .At("Title", article.Title).At("Url", article.Url).With("Description", article.Description).With("PictureUrl", article.PictureUrl).ToString();
}
