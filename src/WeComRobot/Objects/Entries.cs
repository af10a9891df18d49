using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace WeComRobot.Objects;

/// <summary>The names and values of objects that consist of them: hashtables, custom objects, rows of data.</summary>
internal static class Entries
{
    /// <summary>The entries in their order, or null for an object of another kind.</summary>
    public static IReadOnlyList<KeyValuePair<object?, object?>>? TryRead(PSObject given) =>
        given.BaseObject is IDictionary dictionary ? [.. dictionary.Keys.Cast<object>().Select(key => Pair(key, dictionary[key]))]
        : given.BaseObject is DictionaryEntry entry ? [Pair(entry.Key, entry.Value)]
        : IsPair(given) ? [Pair(given.Properties["Key"].Value, given.Properties["Value"].Value)]
        : ShownProperties.AreData(given) ? [.. ShownProperties.Get(given).Select(p => Pair(p.Name, ShownProperties.GetValue(p)))]
        : null;

    private static KeyValuePair<object?, object?> Pair(object? key, object? value) => new(key, value);

    private static bool IsPair(PSObject given) =>
        given.BaseObject.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
