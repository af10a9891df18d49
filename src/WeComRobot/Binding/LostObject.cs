using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>
/// Finds the text that PowerShell makes of an object: the name of its type, or @{…}. ConvertTo-Json writes it for objects nested deeper
/// than its -Depth, which defaults to 2.
/// </summary>
internal static class LostObject
{
    private static readonly Regex Text = new(
        @"\A\s*(@\{.*\}|((System\.(Object\[\]|Collections\.\S+|Management\.Automation\.PS\w+))\s*)+)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <exception cref="WeComException">InvalidMessage: the whole text, or a value in the JSON, is the text of a lost object.</exception>
    public static void ThrowIfIn(string json)
    {
        if (Text.IsMatch(json))
        {
            throw Failure(CommandStrings.MessageIsLostObject.With(Shown(json)));
        }

        // Most JSON need not be parsed a second time
        if ((json.Contains("@{") || json.Contains("System.")) && Find(json) is var (path, text))
        {
            throw Failure(CommandStrings.PayloadLostObject.With(path, Shown(text)));
        }
    }

    private static (string Path, string Text)? Find(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Find(document.RootElement, "");
        }
        catch (JsonException)
        {
            // The reader of messages reports what is wrong with it
            return null;
        }
    }

    private static (string Path, string Text)? Find(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(p => Find(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}")).FirstOrDefault(f => f is not null),
        JsonValueKind.Array => value.EnumerateArray().Select((item, i) => Find(item, $"{path}[{i}]")).FirstOrDefault(f => f is not null),
        JsonValueKind.String when value.GetRawText().Trim('"') is var raw && Text.IsMatch(raw) => (path, raw),
        _ => null,
    };

    private static string Shown(string text)
    {
        var masked = WebhookAddress.Mask(text);
        return masked.Length > 40 ? masked.Substring(0, 40) + "…" : masked;
    }

    private static WeComException Failure(string what) => new(FailureCause.InvalidMessage, what, CommandStrings.LostObjectRemedy);
}
