using System;
using System.Management.Automation;
using WeComRobot.Markdown.Writing;

namespace WeComRobot.Objects;

/// <summary>A value as people read it, in their culture.</summary>
internal static class DisplayValue
{
    /// <param name="value">The value; $null is empty.</param>
    /// <param name="maxItems">How many items of a list are shown.</param>
    public static MarkdownValue Format(object? value, int maxItems = int.MaxValue) => new(TextOf(value, maxItems), IsNumber(value));

    public static string TextOf(object? value, int maxItems = int.MaxValue) =>
        value is null ? "" : PlainValue.TextOf(value) ?? NestedText.Format(PSObject.AsPSObject(value), maxItems);

    public static bool IsNumber(object? given) =>
        BaseObject.Unwrap(given) is { } value and not (Enum or bool or char or DateTime)
        && !Original.IsCopy(given)
        && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
