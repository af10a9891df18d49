using System;
using System.Linq;
using System.Text.Json;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Rules;

/// <summary>A piece of a message with its path, and the checks that all pieces share.</summary>
/// <remarks>
/// Inferred: an optional field that is null is 40063 (a null picurl is known to be refused, its code is not); a field
/// of another JSON kind, or a number out of its range, is 40058 in the form that was seen for an upload's key.
/// </remarks>
internal readonly record struct Part(JsonElement Json, string Path)
{
    public bool IsObject => Json.ValueKind == JsonValueKind.Object;

    public bool IsMissing => Json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public Part Child(string name) => new(Find(name), PathOf(name));

    /// <summary>The string of a field; null where it is missing, empty or no string.</summary>
    public string? Text(string name)
    {
        var field = Find(name);
        return field.ValueKind == JsonValueKind.String && field.GetString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>A string must be there and not be empty.</summary>
    public Refusal? Require(string name, int missing) => Text(name) is not null ? null : Find(name).ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String => new Refusal(missing),
        _ => Refusal.InvalidParameter(PathOf(name)),
    };

    /// <summary>These may be left out; where they are given they must be strings.</summary>
    public Refusal? Optional(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Child(name).Is(JsonValueKind.String) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>May be left out, which reads as 0; where it is given it must be a whole number in the range.</summary>
    public Refusal? Number(string name, int least, int most, out int number)
    {
        number = 0;
        var field = Child(name);
        return field.Is(JsonValueKind.Number) is { } refusal ? refusal
            : field.Json.ValueKind != JsonValueKind.Number ? null
            : field.Json.TryGetInt32(out number) && number >= least && number <= most ? null
            : Refusal.InvalidParameter(field.Path);
    }

    /// <summary>An object that may be left out.</summary>
    public Refusal? Object(string name, Func<Part, Refusal?> check)
    {
        var child = Child(name);
        return child.Is(JsonValueKind.Object) ?? (child.IsObject ? check(child) : null);
    }

    /// <summary>A list of objects that may be left out.</summary>
    public Refusal? List(string name, int most, int tooLong, Func<Part, Refusal?> check)
    {
        var list = Child(name);
        if (list.Is(JsonValueKind.Array) is { } refusal)
        {
            return refusal;
        }

        var items = list.Items();
        return items.Length > most
            ? new Refusal(tooLong)
            : items.Select(item => item.Is(JsonValueKind.Object) ?? check(item)).FirstOrDefault(found => found is not null);
    }

    public Part[] Items()
    {
        var path = Path;
        return Json.ValueKind == JsonValueKind.Array
            ? [.. Json.EnumerateArray().Select((item, index) => new Part(item, $"{path}[{index}]"))]
            : [];
    }

    /// <summary>Refuses a value that is there and is of another kind.</summary>
    public Refusal? Is(JsonValueKind kind) => Json.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.Null => new Refusal(ErrorCode.EmptyParameter),
        var actual when actual == kind => null,
        _ => Refusal.InvalidParameter(Path),
    };

    private JsonElement Find(string name) => IsObject && Json.TryGetProperty(name, out var field) ? field : default;

    private string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
