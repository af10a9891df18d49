using System.Collections.Generic;
using System.Linq;
using WeComRobot.Markdown.Dialects;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Finds mentions that the service accepts but that cannot notify anybody.</summary>
internal static class MentionCheck
{
    private const int MaxUserIdLength = 64;

    // What people write instead of @all
    private const string AllWithoutSign = "all";

    /// <summary>Returns one finding that names all such mentions, or null if there are none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="constructs">The constructs of its content.</param>
    public static Finding? Find(ContentMessage message, IReadOnlyList<Construct> constructs)
    {
        var body = (message as TextMessage)?.Text;
        var inContent = constructs.Count == 0 || message is MarkdownV2Message ? [] : constructs.Where(c => c.Kind == ConstructKind.Mention).Select(c => c.Detail).ToArray();
        string[] impossible =
        [
            .. (body?.MentionedList ?? []).Where(id => id != TextBody.Everybody && IsImpossibleUserId(id)),
            .. (body?.MentionedMobileList ?? []).Where(number => number != TextBody.Everybody && IsImpossibleNumber(number)),
            .. inContent.Where(IsImpossibleUserId),
        ];
        if (impossible.Length == 0)
        {
            return null;
        }

        var names = string.Join(", ", impossible.Distinct().Select(id => $"'{id}'"));
        var isMisspeltEverybody = impossible.All(id => id.TrimStart('@') == AllWithoutSign);
        var text = isMisspeltEverybody && message is MarkdownMessage ? Strings.EverybodyInMarkdown.With(names).Then(Advice.Get(nameof(Strings.AdviseTextForEverybody)))
            : isMisspeltEverybody ? Strings.EverybodyMisspelt.With(names).Then(Advice.Get(nameof(Strings.AdviseMentionAll)))
            : Strings.MentionsNobody.With(names);
        return ContentFinding.Warning(message, text);
    }

    /// <summary>Whether no member can have the id. An empty id is not meant here: it is an error of its own.</summary>
    private static bool IsImpossibleUserId(string id) => id is { Length: > 0 } && (
        id.Length > MaxUserIdLength
        || id[0] == '@'
        || string.Equals(id, AllWithoutSign, System.StringComparison.OrdinalIgnoreCase)
        || !id.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '@' or '.'));

    private static bool IsImpossibleNumber(string number) => number is { Length: > 0 } && (
        number == "+" || !number.Skip(number[0] == '+' ? 1 : 0).All(c => c is >= '0' and <= '9'));
}
