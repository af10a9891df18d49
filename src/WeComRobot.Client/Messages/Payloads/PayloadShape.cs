using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json.Serialization;

namespace WeComRobot.Messages.Payloads;

/// <summary>The kind of value that a place in a payload holds.</summary>
internal enum PayloadKind
{
    Text,

    /// <summary>Text that may be given as a list of lines.</summary>
    Lines,

    Number,
    WholeNumber,
    List,
    Object,
}

/// <summary>What a message type expects at one place of its payload, according to the properties of its record.</summary>
internal sealed class PayloadShape
{
    private static readonly PayloadShape Lines = new(PayloadKind.Lines);
    private static readonly ConcurrentDictionary<Type, PayloadShape> Known = new();

    private PayloadShape(PayloadKind kind) => Kind = kind;

    public PayloadKind Kind { get; }

    /// <summary>The shape of the entries of a list; null for any other kind.</summary>
    public PayloadShape? Entry { get; private init; }

    /// <summary>The fields of an object, by their JSON names; empty for any other kind.</summary>
    public IReadOnlyDictionary<string, PayloadShape> Fields { get; private init; } = new Dictionary<string, PayloadShape>();

    public static PayloadShape For(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, Create);

    private static PayloadShape Create(Type type) =>
        type == typeof(string) ? new(PayloadKind.Text)
        : type == typeof(int) || type.IsEnum ? new(PayloadKind.WholeNumber)
        : type == typeof(decimal) ? new(PayloadKind.Number)
        : type.IsGenericType ? new(PayloadKind.List) { Entry = For(type.GetGenericArguments()[0]) }
        : new(PayloadKind.Object) { Fields = ReadFields(type) };

    private static Dictionary<string, PayloadShape> ReadFields(Type type) => (
        from property in type.GetProperties()
        let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        where name is not null
        select (Name: name, Shape: property.IsDefined(typeof(MultilineAttribute)) ? Lines : For(property.PropertyType)))
        .ToDictionary(field => field.Name, field => field.Shape);
}
