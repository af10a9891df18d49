using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Xml;

namespace WeComRobot.Objects;

/// <summary>Any value as a text, lists, hashtables and objects too: "80; 443", "app=api; env=prod", never the name of a type.</summary>
internal sealed class DisplayText
{
    // A collection can hold itself, as a key too, and the variables of a session hold everything
    private const int MaxDepth = 5;
    private const int MaxValues = 256;
    private const string More = "…";

    private int _values;

    private DisplayText()
    {
    }

    /// <param name="value">The value; $null is empty.</param>
    /// <param name="maxItems">How many items or entries of it are shown; "…" stands for the rest.</param>
    /// <exception cref="WeComException">InvalidMessage: formatted output, which has no text before the shell lays it out.</exception>
    public static string Format(object? value, int maxItems = int.MaxValue) => new DisplayText().Bare(value, 0, maxItems);

    private string Nested(PSObject given, int depth, int maxItems) =>
        depth == MaxDepth ? More
        : FormattedOutput.Is(given) ? throw FormattedOutput.Refused()
        : given.BaseObject is SecureString ? "***"
        : given.BaseObject is XmlNode { Attributes: null or { Count: 0 } } xml && !xml.ChildNodes.OfType<XmlElement>().Any() ? xml.InnerText
        : Entries.TryRead(given) is { } entries ? Join(entries.Select(e => Inner(e.Key, depth, isEntry: true) + "=" + Inner(e.Value, depth, isEntry: true)), depth, maxItems)
        : Items.TryEnumerate(given) is { } items ? List(items, depth, maxItems)
        : given.ToString() is { } text && !IsTypeName(text, given) ? text
        : Join(PlainProperties(given).Select(p => p.Key + "=" + p.Value), depth, maxItems);

    private string List(IReadOnlyList<object?> items, int depth, int maxItems) => items.Count == 1
        ? Bare(items[0], depth + 1)
        : Join(WithoutCommonName(items).Select(item => Inner(item, depth, isEntry: false)), depth, maxItems);

    /// <summary>In brackets if its own commas would run into those around it.</summary>
    private string Inner(object? value, int depth, bool isEntry)
    {
        var text = Bare(value, depth + 1);
        return value is not null && !PlainValue.Is(value) && text.Contains(", ") && (isEntry || depth > 0) ? $"({text})" : text;
    }

    private string Bare(object? value, int depth, int maxItems = MaxValues) =>
        value is null ? "" : PlainValue.TextOf(value) ?? Nested(PSObject.AsPSObject(value), depth, maxItems);

    private string Join(IEnumerable<string> texts, int depth, int maxItems)
    {
        var shown = new List<string>();
        foreach (var text in texts)
        {
            if (shown.Count == maxItems || ++_values > MaxValues)
            {
                shown.Add(More);
                break;
            }

            shown.Add(text);
        }

        return string.Join(depth == 0 ? "; " : ", ", shown);
    }

    /// <summary>If all objects have only one property, and always the same, their values: {port: 80} and {port: 443} are 80; 443.</summary>
    private static IEnumerable<object?> WithoutCommonName(IReadOnlyList<object?> items)
    {
        var singles = items.Select(SingleEntry).ToArray();
        return singles.Length > 0 && singles.All(s => s is not null && s.Value.Name == singles[0]?.Name) ? singles.Select(s => s!.Value.Value) : items;
    }

    private static (string Name, object? Value)? SingleEntry(object? item) =>
        item is not null && !PlainValue.Is(item) && Entries.TryRead(PSObject.AsPSObject(item)) is { Count: 1 } entries
        && PlainValue.TextOf(entries[0].Key) is { } name ? (name, entries[0].Value) : null;

    private static bool IsTypeName(string text, PSObject given) =>
        StartsWithName(text, Original.TypeName(given)) || StartsWithName(text, given.BaseObject.GetType().FullName ?? "");

    private static bool StartsWithName(string text, string typeName)
    {
        var name = typeName.Split('`', '[', '#')[0];
        return name.Length > 0 && text.StartsWith(name, StringComparison.Ordinal);
    }

    /// <summary>What it shows by default, and of that only the plain values: objects of a running system lead from one to another without end.</summary>
    private static IEnumerable<KeyValuePair<string, string>> PlainProperties(PSObject given)
    {
        var chosen = ShownProperties.DefaultNames(given);
        foreach (var property in ShownProperties.Get(given).Where(p => chosen.Count == 0 || chosen.Contains(p.Name, StringComparer.OrdinalIgnoreCase)))
        {
            if (PlainValue.TextOf(ShownProperties.GetValue(property)) is { } text)
            {
                yield return new(property.Name, text);
            }
        }
    }
}
