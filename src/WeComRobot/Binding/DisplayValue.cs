using System;
using System.Management.Automation;
using WeComRobot.Content;

namespace WeComRobot.Binding;

/// <summary>A property's value as people read it, in their culture.</summary>
internal static class DisplayValue
{
    public static MarkdownValue Of(object? value) => new(TextOf(value), IsNumber(value));

    /// <summary>Empty for $null.</summary>
    public static string TextOf(object? value) => value is null ? "" : PlainValue.TextOf(value) ?? NestedText.Of(PSObject.AsPSObject(value));

    private static bool IsNumber(object? given) =>
        Unwrapped.Of(given) is { } value and not (Enum or bool or char or DateTime)
        && !Original.IsCopy(given)
        && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
