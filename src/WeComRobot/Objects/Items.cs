using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace WeComRobot.Objects;

/// <summary>The items of what the shell enumerates.</summary>
internal static class Items
{
    /// <summary>The items of an array or the rows of a DataTable, for example; null for what the shell does not enumerate, such as text, hashtables and XML.</summary>
    public static IReadOnlyList<object?>? TryEnumerate(object? given) => LanguagePrimitives.GetEnumerable(given)?.Cast<object?>().ToArray();
}
