using System.Text.RegularExpressions;

namespace WeComRobot.Robots;

/// <summary>The names that robots are registered under.</summary>
internal static class RobotName
{
    // A run of hexadecimal digits and hyphens may be a key with a typo, and a very long word with digits the key of a smart sheet
    private const string KeyLike = "[0-9A-Fa-f-]{16,}|(?=[A-Za-z]*[0-9])[0-9A-Za-z]{37,}";

    private static readonly Regex Shape = new(@"\A[\p{L}\p{N}._-]{1,64}\z", RegexOptions.CultureInvariant);
    private static readonly Regex NearKey = new(KeyLike, RegexOptions.CultureInvariant);

    /// <summary>Whether a text can be a name: letters, digits, '-', '_' and '.', up to 64, and nothing like a key.</summary>
    public static bool IsValid(string text) => Shape.IsMatch(text) && !WebhookKey.HasShape(text);

    /// <summary>The text if it must not show as it is; otherwise null.</summary>
    public static string? SecretIn(string text) => Show(text) == text ? null : text;

    /// <summary>The name as it may be shown: what could be a mistyped key is masked.</summary>
    public static string Show(string text) => NearKey.Replace(WebhookKey.Mask(text), "***");
}
