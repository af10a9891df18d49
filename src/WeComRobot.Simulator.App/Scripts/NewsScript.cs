using System;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes articles that are piped to Send-WeComNews.</summary>
internal static class NewsScript
{
    public static string? TryWrite(NewsMessage message, Uri webhook) => MessageScript.AreSame(message, MessageCleaner.Clean(message))
        ? $"{Pipeline.ListOf([.. message.News!.Articles!.Select(Write)])} | {new CmdletCall("Send-WeComNews").To(webhook)}"
        : null;

    private static string Write(Article article) => new CmdletCall("New-WeComArticle")
        .At("Title", article.Title).At("Url", article.Url).With("Description", article.Description).With("PictureUrl", article.PictureUrl).ToString();
}
