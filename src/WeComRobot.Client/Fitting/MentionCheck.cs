using System.Collections.Generic;
using System.Linq;
using WeComRobot.Markdown.Dialects;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Finds mentions that the service accepts but that cannot ping anybody.</summary>
internal static class MentionCheck
{
    private const int MaxUserIdLength = 64;

    // What people write instead of @all
    private const string AllWithoutSign = "all";

    /// <summary>One finding that names all such mentions, or null.</summary>
    /// <param name="message">The message.</param>
    /// <param name="constructs">The constructs of its content.</param>
    public static Finding? Find(ContentMessage message, IReadOnlyList<Construct> constructs)
    {
        var body = (message as TextMessage)?.Text;
        var written = message is MarkdownV2Message ? [] : constructs.Where(c => c.Kind == ConstructKind.Mention).Select(c => c.Detail).ToArray();
        string[] wrong =
        [
            .. (body?.MentionedList ?? []).Where(id => id != TextBody.Everybody && IsNoUserId(id)),
            .. (body?.MentionedMobileList ?? []).Where(number => number != TextBody.Everybody && IsNoNumber(number)),
            .. written.Where(IsNoUserId),
        ];
        if (wrong.Length == 0)
        {
            return null;
        }

        var names = string.Join(", ", wrong.Distinct().Select(id => $"'{id}'"));
        var isEverybody = wrong.All(id => id.TrimStart('@') == AllWithoutSign);
        var text = isEverybody && message is MarkdownMessage ? Strings.EverybodyInMarkdown.With(names).Then(Advice.Get(nameof(Strings.AdviseTextForEverybody)))
            : isEverybody ? Strings.EverybodyMisspelt.With(names).Then(Advice.Get(nameof(Strings.AdviseMentionAll)))
            : Strings.MentionsNobody.With(names);
        return ContentFinding.Warning(message, text);
    }

    /// <summary>Whether no member can have the id. An empty one is an error of its own.</summary>
    private static bool IsNoUserId(string id) => id is { Length: > 0 } && (
        id.Length > MaxUserIdLength
        || id[0] == '@'
        || string.Equals(id, AllWithoutSign, System.StringComparison.OrdinalIgnoreCase)
        || !id.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '@' or '.'));

    private static bool IsNoNumber(string number) => number is { Length: > 0 } && (
        number == "+" || !number.Skip(number[0] == '+' ? 1 : 0).All(c => c is >= '0' and <= '9'));
}
