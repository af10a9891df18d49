using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;

namespace WeComRobot.Fitting;

/// <summary>Writes mentions into the content of markdown (v1), which has no list for them (service.md#mentions).</summary>
internal static class MarkdownMention
{
    /// <summary>The user ids to write, trimmed and without duplicates; null for none.</summary>
    /// <param name="userIds">The user ids as a user gives them; null for none.</param>
    /// <param name="message">The message that is to mention them, with or without content.</param>
    /// <exception cref="WeComException">InvalidMessage: the message is markdown_v2, which has no mentions.</exception>
    public static IReadOnlyList<string>? For(ContentMessage message, IReadOnlyList<string>? userIds) =>
        userIds is { Count: > 0 } && message is MarkdownV2Message
            ? throw new WeComException(FailureCause.InvalidMessage, Strings.MentionInV2, Advice.Get(nameof(Strings.AdviseTextForMembers)))
            : MentionList.Users(userIds);

    /// <summary>
    /// Appends a line of mentions to the content, below an empty one if they would else belong to a quote. Empty content stays empty,
    /// because it cannot be sent.
    /// </summary>
    /// <exception cref="WeComException">InvalidMessage: a user id is empty.</exception>
    public static string Append(string content, IReadOnlyList<string>? userIds) =>
        userIds is { Count: > 0 } && content.Length > 0
            ? content + (EndsWithQuote(content) ? "\n\n" : "\n") + string.Join(" ", userIds.Select(FormatMention))
            : content;

    private static bool EndsWithQuote(string content) => content.Substring(content.LastIndexOf('\n') + 1).StartsWith(">", StringComparison.Ordinal);

    private static string FormatMention(string userId) =>
        string.IsNullOrEmpty(userId) ? throw new WeComException(FailureCause.InvalidMessage, Strings.MentionEmpty) : $"<@{userId}>";
}
