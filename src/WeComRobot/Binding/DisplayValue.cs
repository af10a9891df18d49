using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using WeComRobot.Content;

namespace WeComRobot.Binding;

/// <summary>A property's value as the user's culture writes it.</summary>
internal static class DisplayValue
{
    public static MarkdownValue Of(object? value) => new(TextOf(value), IsNumber(Unwrapped.Of(value)));

    private static string TextOf(object? value) => Unwrapped.Of(value) switch
    {
        null => "",
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        // One level, as PowerShell's own views: a collection can hold itself
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(e => Unwrapped.Of(e) is IEnumerable and not string ? e!.ToString() : TextOf(e))),
        _ => value!.ToString() ?? "",
    };

    private static bool IsNumber(object? value) =>
        value is not (null or Enum or bool or char or DateTime)
        && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
