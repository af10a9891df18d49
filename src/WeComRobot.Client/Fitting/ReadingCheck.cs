using System.Collections.Generic;
using System.Linq;
using WeComRobot.Markdown.Dialects;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Finds what the service accepts but members will not see, or be told, as meant. These are warnings, never errors.</summary>
internal static class ReadingCheck
{
    private const char Replacement = '\uFFFD';

    /// <summary>At most one of each kind: mentions that ping nobody, characters lost to a wrong encoding, and the first thing that is not rendered.</summary>
    /// <param name="message">The message, with its whole content.</param>
    /// <param name="isRaw">Whether to check its mentions only.</param>
    public static IReadOnlyList<Finding> Find(Message message, bool isRaw = false)
    {
        if (message is not ContentMessage content)
        {
            return [];
        }

        var text = isRaw ? "" : content.GetContent() ?? "";
        var constructs = message is TextMessage ? ConstructReader.ReadMentions(text) : ConstructReader.Read(text);
        Finding?[] all =
        [
            MentionCheck.Find(content, constructs),
            text.IndexOf(Replacement) < 0 ? null : WrongEncoding(content),
            FirstUnread(content, text, constructs),
        ];
        return [.. all.OfType<Finding>()];
    }

    private static Finding WrongEncoding(ContentMessage message) =>
        ContentFinding.Warning(message, Strings.WrongEncoding.With(message.MessageType).Then(Advice.Get(nameof(Strings.AdviseEncoding))));

    private static Finding? FirstUnread(ContentMessage message, string text, IReadOnlyList<Construct> constructs)
    {
        var dialect = Dialect.For(message);
        var lineBreak = LiteralLineBreak.Find(text);
        foreach (var construct in constructs.Where(c => dialect?.Lacks(c) == true && (lineBreak < 0 || c.Start < lineBreak)))
        {
            return ContentFinding.Warning(message, UnreadText.Describe(construct, dialect!.Name, LineOf(text, construct.Start)));
        }

        return lineBreak < 0 ? null
            : ContentFinding.Warning(message, Strings.LiteralLineBreak.With(message.MessageType).Then(Advice.Get(nameof(Strings.AdviseLineBreak))));
    }

    private static int LineOf(string text, int index) => text.Take(index).Count(c => c == '\n') + 1;
}
