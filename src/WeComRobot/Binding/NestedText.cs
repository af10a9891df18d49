using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace WeComRobot.Binding;

/// <summary>A list, hashtable or object within a value as a text: "80; 443", "app=api; env=prod", never the name of a type.</summary>
internal static class NestedText
{
    // A collection can hold itself
    private const int MaxDepth = 5;

    public static string Of(PSObject given) => Text(given, 0);

    private static string Text(PSObject given, int depth) =>
        depth == MaxDepth ? "…"
        : Entries.Of(given) is { } entries ? Join(entries.Select(e => e.Key + "=" + Inner(e.Value, depth, isEntry: true)), depth)
        : Items.Of(given) is { } items ? Join(WithoutCommonName(items).Select(item => Inner(item, depth, isEntry: false)), depth)
        : given.ToString() is { } text && !IsTypeName(text, given) ? text
        : Join(PlainProperties(given).Select(p => p.Key + "=" + p.Value), depth);

    /// <summary>In brackets where its own signs would run into those around it.</summary>
    private static string Inner(object? value, int depth, bool isEntry)
    {
        if (value is null || PlainValue.TextOf(value) is not null)
        {
            return DisplayValue.TextOf(value);
        }

        var text = Text(PSObject.AsPSObject(value), depth + 1);
        return text.Contains(", ") && (isEntry || depth > 0) ? $"({text})" : text;
    }

    private static string Join(IEnumerable<string> texts, int depth) => string.Join(depth == 0 ? "; " : ", ", texts);

    /// <summary>Of objects with one property, always the same, the values: ports of {port: 80} and {port: 443} are 80; 443.</summary>
    private static IEnumerable<object?> WithoutCommonName(IReadOnlyList<object?> items)
    {
        var singles = items.Select(SingleEntry).ToArray();
        return singles.Length > 0 && singles.All(s => s is not null && s.Value.Key == singles[0]?.Key) ? singles.Select(s => s!.Value.Value) : items;
    }

    private static KeyValuePair<string, object?>? SingleEntry(object? item) =>
        item is not null && PlainValue.TextOf(item) is null && Entries.Of(PSObject.AsPSObject(item)) is { Count: 1 } entries ? entries[0] : null;

    private static bool IsTypeName(string text, PSObject given) =>
        StartsWithName(text, Original.TypeName(given)) || StartsWithName(text, given.BaseObject.GetType().FullName ?? "");

    private static bool StartsWithName(string text, string typeName)
    {
        var name = typeName.Split('`', '[', '#')[0];
        return name.Length > 0 && text.StartsWith(name, StringComparison.Ordinal);
    }

    /// <summary>What it shows by default; of that only the plain values, for a running system is one object in another.</summary>
    private static IEnumerable<KeyValuePair<string, string>> PlainProperties(PSObject given)
    {
        var chosen = ShownProperties.DefaultNames(given);
        foreach (var property in ShownProperties.Of(given).Where(p => chosen.Count == 0 || chosen.Contains(p.Name, StringComparer.OrdinalIgnoreCase)))
        {
            if (PlainValue.TextOf(ShownProperties.ValueOf(property)) is { } text)
            {
                yield return new(property.Name, text);
            }
        }
    }
}
