using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;
using WeComRobot.Robots;

namespace WeComRobot.Fitting;

/// <summary>Whom a message mentions, as the service knows them (group-robot-api.md, 文本类型).</summary>
public static class MentionList
{
    private const string CountryCode = "86";
    private const int MainlandDigits = 11;

    /// <summary>User ids without the blanks and invisible characters around them, each once.</summary>
    /// <param name="given">The user ids; null for none.</param>
    /// <param name="everybody">Whether everybody is mentioned beside them.</param>
    public static IReadOnlyList<string>? Users(IReadOnlyList<string>? given, bool everybody = false)
    {
        var users = (given ?? []).Select(id => WebhookAddress.Trim(id ?? ""));
        return given is null && !everybody ? null : [.. (everybody ? users.Append(TextBody.Everybody) : users).Distinct()];
    }

    /// <summary>
    /// Mobile numbers as the service has them, each once: without blanks, hyphens and parentheses, and those of mainland China, 11
    /// digits, without their country code.
    /// </summary>
    /// <param name="given">The numbers; null for none.</param>
    public static IReadOnlyList<string>? Mobiles(IReadOnlyList<string>? given) => given is null ? null : [.. given.Select(Mobile).Distinct()];

    /// <summary>The body with both lists tidied.</summary>
    internal static TextBody Tidy(TextBody body) =>
        body with { MentionedList = Users(body.MentionedList), MentionedMobileList = Mobiles(body.MentionedMobileList) };

    private static string Mobile(string? given)
    {
        var trimmed = WebhookAddress.Trim(given ?? "");
        var number = new string([.. trimmed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or (>= '\u2010' and <= '\u2015')))]);
        if (number.Length == 0 || !number.All(c => c is '+' or (>= '0' and <= '9')))
        {
            // Not a number: the warning names it as it was given
            return trimmed;
        }

        var international = number.StartsWith("00", System.StringComparison.Ordinal) ? number.Substring(2) : number.TrimStart('+');
        return international.Length == CountryCode.Length + MainlandDigits && international.StartsWith(CountryCode + "1", System.StringComparison.Ordinal)
            ? international.Substring(CountryCode.Length)
            : number;
    }
}
