using System.Collections.Generic;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Messages of a content, and the contents of the messages that carry it.</summary>
internal static class Marked
{
    public static TextMessage Text(string content, int limit = TextMessage.MaxContentBytes) =>
        new() { Text = new() { Content = content }, ByteLimit = limit };

    public static MarkdownMessage Markdown(string content, int limit = MarkdownBody.MaxContentBytes) =>
        new() { Markdown = new() { Content = content }, ByteLimit = limit };

    public static MarkdownV2Message MarkdownV2(string content, int limit = MarkdownBody.MaxContentBytes) =>
        new() { Markdown = new() { Content = content }, ByteLimit = limit };

    /// <summary>The messages, however many, of the content as it is.</summary>
    public static IReadOnlyList<Message> Plan(ContentMessage message, OverflowOptions? options = null) =>
        OverflowPlan.For(message, (options ?? new()) with { MaxPart = int.MaxValue, IsRaw = true }).Messages;

    public static string[] Contents(ContentMessage message, PartMark? mark) =>
        [.. Plan(message, new() { Mark = mark }).Select(ContentOf)];

    public static string ContentOf(Message message) => message switch
    {
        TextMessage text => text.Text!.Content!,
        MarkdownMessage markdown => markdown.Markdown!.Content!,
        MarkdownV2Message markdown => markdown.Markdown!.Content!,
        _ => "",
    };
}
