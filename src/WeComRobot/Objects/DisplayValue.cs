using System;
using WeComRobot.Markdown.Writing;

namespace WeComRobot.Objects;

/// <summary>A value in Markdown as people read it, in their culture.</summary>
internal static class DisplayValue
{
    /// <param name="value">The value; $null is empty.</param>
    /// <param name="maxItems">How many items of a list are shown.</param>
    public static MarkdownValue Format(object? value, int maxItems = int.MaxValue) => new(DisplayText.Format(value, maxItems), IsNumber(value));

    public static bool IsNumber(object? given) =>
        BaseObject.Unwrap(given) is { } value and not (Enum or bool or char or DateTime)
        && !Original.IsCopy(given)
        && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
