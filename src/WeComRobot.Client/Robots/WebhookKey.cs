using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Robots;

/// <summary>The form of a key, and what is wrong with a text that does not have it.</summary>
internal static class WebhookKey
{
    private const string Pattern = "[0-9A-Za-z]{8}(-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12}";
    private const string EncodedPattern = "[0-9A-Za-z]{8}(%2[Dd][0-9A-Za-z]{4}){3}%2[Dd][0-9A-Za-z]{12}";
    private const string Value = @"(?<=key(=|%3[Dd]))[^&\s'""]+";
    private const string UserInfo = @"(?<=://)[^/@\s'""]+(?=@)";

    private static readonly Regex Shape = new($@"\A{Pattern}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Anywhere = new($"{Value}|{Pattern}|{EncodedPattern}|{UserInfo}", RegexOptions.CultureInvariant);

    /// <summary>36 characters, 8-4-4-4-12; the official page's own samples are not hexadecimal.</summary>
    public static bool HasShape(string text) => Shape.IsMatch(text);

    /// <summary>The text without anything that could be a key, or the password in a URL.</summary>
    public static string Mask(string text) => Anywhere.Replace(text, "***");

    /// <summary>Whether the text can stand in a query as it is.</summary>
    public static bool IsPlain(string key) => key.Length > 0 && key.All(c => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '-' or '_');

    /// <summary>Creates the error, with a text for each common mistake: nothing, a line break or blank from pasting, any other text.</summary>
    public static WeComException CreateError(string text)
    {
        var reason = text.Length == 0 ? Strings.AddressEmpty
            : text.Any(char.IsControl) ? Strings.AddressHasLineBreak
            : text.Any(char.IsWhiteSpace) ? Strings.AddressHasBlank
            : Strings.AddressNeitherUrlNorKey.With(text.Length);
        return new(FailureCause.InvalidAddress, reason, Strings.AddressRemedy);
    }
}
