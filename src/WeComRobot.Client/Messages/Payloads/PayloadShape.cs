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

    // The fields that only one type of card has, and that type
    private IReadOnlyDictionary<string, string> Owners { get; init; } = new Dictionary<string, string>();

    public static PayloadShape For(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, Create);

    /// <summary>The names of the fields of an object.</summary>
    /// <param name="cardType">The type of the card that the object is; null if it is none or has none.</param>
    public IEnumerable<string> NameFields(string? cardType) =>
        Fields.Keys.Where(name => !Owners.TryGetValue(name, out var owner) || owner == cardType || !Owners.Values.Contains(cardType));

    private static PayloadShape Create(Type type) =>
        type == typeof(string) ? new(PayloadKind.Text)
        : type == typeof(int) || type.IsEnum ? new(PayloadKind.WholeNumber)
        : type == typeof(decimal) ? new(PayloadKind.Number)
        : type.IsGenericType ? new(PayloadKind.List) { Entry = For(type.GetGenericArguments()[0]) }
        : new(PayloadKind.Object) { Fields = ReadFields(type), Owners = ReadOwners(type) };

    private static Dictionary<string, PayloadShape> ReadFields(Type type) =>
        NameProperties(type).ToDictionary(field => field.Name, field => field.Property.IsDefined(typeof(MultilineAttribute)) ? Lines : For(field.Property.PropertyType));

    private static Dictionary<string, string> ReadOwners(Type type) =>
        NameProperties(type).Where(field => field.Property.IsDefined(typeof(OnlyInAttribute)))
            .ToDictionary(field => field.Name, field => field.Property.GetCustomAttribute<OnlyInAttribute>()!.CardType);

    private static IEnumerable<(string Name, PropertyInfo Property)> NameProperties(Type type) =>
        from property in type.GetProperties()
        let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        where name is not null
        select (name, property);
}
