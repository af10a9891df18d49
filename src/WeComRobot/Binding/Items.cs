using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace WeComRobot.Binding;

internal static class Items
{
    /// <summary>What the shell enumerates, as an array or a DataTable's rows; null where it does not, as with text, hashtables and XML.</summary>
    public static IReadOnlyList<object?>? TryEnumerate(object? given) => LanguagePrimitives.GetEnumerable(given)?.Cast<object?>().ToArray();
}
