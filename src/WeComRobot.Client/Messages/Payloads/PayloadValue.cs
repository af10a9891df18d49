using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Converts single values of a payload to the type that their place wants.</summary>
internal static class PayloadValue
{
    /// <summary>The value without what PowerShell and its ConvertTo-Json put around it: a list of one, an object that has the value and where it came from.</summary>
    public static JsonElement Unwrap(JsonElement value, PayloadKind wanted) => value.ValueKind switch
    {
        JsonValueKind.Array when wanted != PayloadKind.List && value.GetArrayLength() == 1 => Unwrap(value[0], wanted),
        JsonValueKind.Object when wanted != PayloadKind.Object && ExtendedValue(value) is { } inner => Unwrap(inner, wanted),
        _ => value,
    };

    public static string ToText(JsonElement given, PayloadShape shape, string path)
    {
        var value = Unwrap(given, shape.Kind);
        return value.ValueKind switch
        {
            JsonValueKind.String => PayloadText.Read(value) ?? throw PayloadFault.WrongType(value, shape, path),
            JsonValueKind.Number => DigitsOf(value),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Null => "",
            JsonValueKind.Array when shape.Kind == PayloadKind.Lines =>
                string.Join("\n", value.EnumerateArray().Select((line, i) => ToText(line, PayloadShape.For(typeof(string)), $"{path}[{i}]"))),
            _ => throw PayloadFault.WrongType(value, shape, path),
        };
    }

    public static decimal ToNumber(JsonElement value, PayloadShape shape, string path)
    {
        decimal number = 0;
        var isNumber = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDecimal(out number),
            JsonValueKind.String => decimal.TryParse(PayloadText.Read(value), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        return !isNumber || (shape.Kind == PayloadKind.WholeNumber && !IsWhole(number)) ? throw PayloadFault.WrongType(value, shape, path)
            : shape.Kind == PayloadKind.WholeNumber ? (int)number
            : number;
    }

    /// <summary>As it was written, but never with an exponent: a mobile number must stay one.</summary>
    private static string DigitsOf(JsonElement number) =>
        number.GetRawText() is var digits && digits.IndexOfAny(['e', 'E']) >= 0 && number.TryGetDecimal(out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : digits;

    private static bool IsWhole(decimal number) => number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue;

    /// <summary>Windows PowerShell writes lists as value and Count, lines of a file as value and PSPath.</summary>
    private static JsonElement? ExtendedValue(JsonElement value) =>
        value.TryGetProperty("value", out var inner) && (value.TryGetProperty("Count", out _) || value.TryGetProperty("PSPath", out _)) ? inner : null;
}
