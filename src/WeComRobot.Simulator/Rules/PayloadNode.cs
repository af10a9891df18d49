using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>A JSON node of a message with its path, and the checks that apply to any node.</summary>
/// <remarks>
/// Inferred: an optional field that is null is refused with 40063 (a null picurl is known to be refused, but not its code).
/// A field of another JSON kind, or a number out of range, is refused with 40058, worded as observed for an upload's key.
/// </remarks>
internal readonly record struct PayloadNode(JsonElement Json, string Path)
{
    public bool IsObject => Json.ValueKind == JsonValueKind.Object;

    public bool IsMissing => Json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public PayloadNode Child(string name) => new(Find(name), ChildPath(name));

    /// <summary>The string in a field; null when it is missing, empty or of another kind.</summary>
    public string? Text(string name)
    {
        var field = Find(name);
        return field.ValueKind == JsonValueKind.String && field.GetString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Refuses a field that is missing, empty or not a string.</summary>
    public Refusal? RequireText(string name, int errorCode) => Text(name) is not null ? null : Find(name).ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String => new Refusal(errorCode) { Field = ChildPath(name) },
        _ => Refusal.InvalidParameter(ChildPath(name), ExpectedValue.OfKind(JsonValueKind.String)),
    };

    /// <summary>Refuses optional fields that are not strings.</summary>
    public Refusal? CheckTexts(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Child(name).CheckKind(JsonValueKind.String) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>Refuses an optional field that is not an integer in the range. A missing field reads as 0.</summary>
    public Refusal? CheckInteger(string name, int min, int max, out int number)
    {
        number = 0;
        var field = Child(name);
        return field.CheckKind(JsonValueKind.Number) is { } refusal ? refusal
            : field.Json.ValueKind != JsonValueKind.Number ? null
            : field.Json.TryGetInt32(out number) && number >= min && number <= max ? null
            : Refusal.InvalidParameter(field.Path, ExpectedValue.Integer(min, max));
    }

    /// <summary>Checks an optional object.</summary>
    public Refusal? CheckObject(string name, Func<PayloadNode, Refusal?> check)
    {
        var child = Child(name);
        return child.CheckKind(JsonValueKind.Object) ?? (child.IsObject ? check(child) : null);
    }

    /// <summary>Checks an optional list of objects.</summary>
    public Refusal? CheckList(string name, int maxItems, int errorCode, Func<PayloadNode, Refusal?> check)
    {
        var list = Child(name);
        if (list.CheckKind(JsonValueKind.Array) is { } refusal)
        {
            return refusal;
        }

        var items = list.Items();
        return items.Length > maxItems
            ? new Refusal(errorCode) { Field = list.Path }
            : items.Select(item => item.CheckKind(JsonValueKind.Object) ?? check(item)).FirstOrDefault(found => found is not null);
    }

    public PayloadNode[] Items()
    {
        var path = Path;
        return Json.ValueKind == JsonValueKind.Array
            ? [.. Json.EnumerateArray().Select((item, index) => new PayloadNode(item, $"{path}[{index}]"))]
            : [];
    }

    /// <summary>Refuses an optional value that is of another kind.</summary>
    public Refusal? CheckKind(JsonValueKind kind) => Json.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.Null => new Refusal(ErrorCode.EmptyParameter) { Field = Path },
        var actual when actual == kind => null,
        _ => Refusal.InvalidParameter(Path, ExpectedValue.OfKind(kind)),
    };

    /// <summary>The sizes in UTF-8 bytes of the fields among these that are there.</summary>
    public IEnumerable<PayloadSize> MeasureTexts(int maxBytes, params string[] names)
    {
        var node = this;
        return from name in names
               let text = node.Text(name)
               where text is not null
               select new PayloadSize(node.ChildPath(name), Encoding.UTF8.GetByteCount(text), maxBytes, "bytes");
    }

    /// <summary>The number of items of a list, if it is there.</summary>
    public IEnumerable<PayloadSize> MeasureList(string name, int maxItems)
    {
        var list = Child(name);
        return list.Json.ValueKind == JsonValueKind.Array ? [new(list.Path, list.Json.GetArrayLength(), maxItems, "items")] : [];
    }

    private JsonElement Find(string name) => IsObject && Json.TryGetProperty(name, out var field) ? field : default;

    private string ChildPath(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
