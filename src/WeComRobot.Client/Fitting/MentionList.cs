using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;
using WeComRobot.Robots;

namespace WeComRobot.Fitting;

/// <summary>Normalizes user ids and mobile numbers to the form that the service knows (service.md#text).</summary>
internal static class MentionList
{
    private const string CountryCode = "86";
    private const int MainlandDigits = 11;

    /// <summary>Removes white space and invisible characters around user ids, and duplicates.</summary>
    /// <param name="given">The user ids; null for none.</param>
    /// <param name="everybody">Whether to mention everybody as well.</param>
    public static IReadOnlyList<string>? Users(IReadOnlyList<string>? given, bool everybody = false)
    {
        var users = (given ?? []).Select(id => WebhookAddress.Trim(id ?? ""));
        return given is null && !everybody ? null : [.. (everybody ? users.Append(TextBody.Everybody) : users).Distinct()];
    }

    /// <summary>
    /// Removes white space, hyphens, parentheses and duplicates from mobile numbers, and the country code from those of mainland China,
    /// which have 11 digits.
    /// </summary>
    /// <param name="given">The numbers; null for none.</param>
    public static IReadOnlyList<string>? Mobiles(IReadOnlyList<string>? given) => given is null ? null : [.. given.Select(NormalizeMobile).Distinct()];

    /// <summary>The body with both lists normalized.</summary>
    internal static TextBody Normalize(TextBody body) =>
        body with { MentionedList = Users(body.MentionedList), MentionedMobileList = Mobiles(body.MentionedMobileList) };

    private static string NormalizeMobile(string? given)
    {
        var trimmed = WebhookAddress.Trim(given ?? "");
        var number = new string([.. trimmed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or (>= '\u2010' and <= '\u2015')))]);
        if (number.Length == 0 || !number.All(c => c is '+' or (>= '0' and <= '9')))
        {
            // It is not a number, and the warning about it quotes what was given
            return trimmed;
        }

        var international = number.StartsWith("00", System.StringComparison.Ordinal) ? number.Substring(2) : number.TrimStart('+');
        return international.Length == CountryCode.Length + MainlandDigits && international.StartsWith(CountryCode + "1", System.StringComparison.Ordinal)
            ? international.Substring(CountryCode.Length)
            : number;
    }
}
