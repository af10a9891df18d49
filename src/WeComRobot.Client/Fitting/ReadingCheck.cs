using System.Collections.Generic;
using System.Linq;
using WeComRobot.Markdown.Dialects;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>
/// Finds what the service accepts but does not show as meant, and mentions that notify nobody. These are warnings, never errors.
/// </summary>
internal static class ReadingCheck
{
    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>
    /// Finds at most one of each kind: mentions that notify nobody, characters lost to a wrong encoding, and the first construct that is not
    /// rendered.
    /// </summary>
    /// <param name="message">The message, with its whole content.</param>
    /// <param name="isRaw">Whether to check only its mentions.</param>
    public static IReadOnlyList<Finding> Find(Message message, bool isRaw = false)
    {
        if (message is not ContentMessage content)
        {
            return [];
        }

        var text = isRaw ? "" : content.GetContent() ?? "";
        var constructs = ConstructReader.Read(text);
        Finding?[] findings =
        [
            MentionCheck.Find(content, message is TextMessage ? ConstructReader.ReadMentions(text) : constructs),
            text.IndexOf(ReplacementCharacter) < 0 ? null : WrongEncoding(content),
            FindUnrendered(content, text, constructs),
        ];
        return [.. findings.OfType<Finding>()];
    }

    private static Finding WrongEncoding(ContentMessage message) =>
        ContentFinding.Warning(message, Strings.WrongEncoding.With(message.MessageType).Then(Advice.Get(nameof(Strings.AdviseEncoding))));

    private static Finding? FindUnrendered(ContentMessage message, string text, IReadOnlyList<Construct> constructs)
    {
        var dialect = Dialect.For(message);
        var lineBreak = LiteralLineBreak.Find(text);
        foreach (var construct in constructs)
        {
            if (dialect.Lacks(construct) && (lineBreak < 0 || construct.Start < lineBreak))
            {
                return ContentFinding.Warning(message, UnrenderedText.Describe(construct, dialect, GetLineNumber(text, construct.Start)));
            }
        }

        return lineBreak < 0 ? null
            : ContentFinding.Warning(message, Strings.LiteralLineBreak.With(message.MessageType).Then(Advice.Get(nameof(Strings.AdviseLineBreak))));
    }

    private static int GetLineNumber(string text, int index) => text.Take(index).Count(c => c == '\n') + 1;
}
