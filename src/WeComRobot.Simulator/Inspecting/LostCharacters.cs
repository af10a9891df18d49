using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>
/// Finds texts whose Chinese became question marks. Windows PowerShell 5.1 does that to a string in -Body, and the service accepts it.
/// </summary>
internal static partial class LostCharacters
{
    /// <summary>Whether the texts are all ASCII, and question marks stand where people do not write them.</summary>
    public static bool AreIn(JsonElement payload)
    {
        var texts = Texts(payload).ToArray();
        return texts.All(text => Ascii.IsValid(text)) && texts.Any(text => Traces().IsMatch(text));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    // Several that begin a word, or more than somebody asks with; not those of an address such as https://cdn/??a.js
    [GeneratedRegex(@"(?<![\w?!./])\?{2,}|(?<!/\?*)\?{4,}")]
    private static partial Regex Traces();
}
