using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Converts single values of a payload to the type that their place expects.</summary>
internal static class PayloadValue
{
    /// <summary>
    /// Removes the wrappers that PowerShell and its ConvertTo-Json add: a list of one entry, or an object of the value and its origin.
    /// </summary>
    public static JsonElement Unwrap(JsonElement value, PayloadKind expected) => value.ValueKind switch
    {
        JsonValueKind.Array when expected != PayloadKind.List && value.GetArrayLength() == 1 => Unwrap(value[0], expected),
        JsonValueKind.Object when expected != PayloadKind.Object && FindExtendedValue(value) is { } inner => Unwrap(inner, expected),
        _ => value,
    };

    public static string ToText(JsonElement given, PayloadShape shape, string path)
    {
        var value = Unwrap(given, shape.Kind);
        return value.ValueKind switch
        {
            JsonValueKind.String => PayloadText.Read(value) ?? throw PayloadError.WrongType(value, shape, path),
            JsonValueKind.Number => FormatDigits(value),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Null => "",
            JsonValueKind.Array when shape.Kind == PayloadKind.Lines =>
                string.Join("\n", value.EnumerateArray().Select((line, i) => ToText(line, PayloadShape.For(typeof(string)), $"{path}[{i}]"))),
            _ => throw PayloadError.WrongType(value, shape, path),
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
        return !isNumber || (shape.Kind == PayloadKind.WholeNumber && !IsWhole(number)) ? throw PayloadError.WrongType(value, shape, path)
            : shape.Kind == PayloadKind.WholeNumber ? (int)number
            : number;
    }

    /// <summary>The number as it was written, but without an exponent, so that a mobile number stays one.</summary>
    private static string FormatDigits(JsonElement number) =>
        number.GetRawText() is var digits && digits.IndexOfAny(['e', 'E']) >= 0 && number.TryGetDecimal(out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : digits;

    private static bool IsWhole(decimal number) => number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue;

    /// <summary>Windows PowerShell writes a list as value and Count, and a line of a file as value and PSPath.</summary>
    private static JsonElement? FindExtendedValue(JsonElement value) =>
        value.TryGetProperty("value", out var inner) && (value.TryGetProperty("Count", out _) || value.TryGetProperty("PSPath", out _)) ? inner : null;
}
