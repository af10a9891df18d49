using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;

namespace WeComRobot.Fitting;

/// <summary>Mentions in markdown (v1) content, which has no list of its own for them (group-robot-api.md, &lt;@userid&gt;).</summary>
public static class MarkdownMention
{
    /// <summary>The user ids as they are written: without blanks around them, each once.</summary>
    /// <param name="userIds">The user ids that a user gives.</param>
    /// <param name="message">The message that is to mention them, with or without content.</param>
    /// <exception cref="WeComException">InvalidMessage: it is a markdown_v2 message, which knows no mention.</exception>
    public static IReadOnlyList<string>? For(ContentMessage message, IReadOnlyList<string>? userIds) =>
        userIds is { Count: > 0 } && message is MarkdownV2Message
            ? throw new WeComException(FailureCause.InvalidMessage, Strings.MentionInV2, Advice.Get(nameof(Strings.AdviseTextForMembers)))
            : MentionList.Users(userIds);

    /// <summary>The content with one line of mentions below it; an empty content stays empty, for it cannot be sent.</summary>
    /// <exception cref="WeComException">InvalidMessage: a user id is empty.</exception>
    public static string Append(string content, IReadOnlyList<string>? userIds) =>
        userIds is { Count: > 0 } && content.Length > 0
            ? content + "\n" + string.Join(" ", userIds.Select(Mention))
            : content;

    private static string Mention(string userId) =>
        string.IsNullOrEmpty(userId) ? throw new WeComException(FailureCause.InvalidMessage, Strings.MentionEmpty) : $"<@{userId}>";
}
