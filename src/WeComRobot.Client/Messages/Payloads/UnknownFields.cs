using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Finds all fields of a payload that its message type does not have, each of which is likely a misspelt one.</summary>
internal sealed class UnknownFields
{
    private const string CardTypeField = "card_type";

    private readonly List<string> _sentences = [];

    /// <summary>Throws one error that names all of them.</summary>
    /// <exception cref="WeComException">InvalidMessage: there is an unknown field, or a type of card that a group robot does not have.</exception>
    public static void ThrowIfAny(JsonElement payload, PayloadShape shape)
    {
        var fields = new UnknownFields();
        fields.Read(payload, shape, "");
        if (fields._sentences.Count > 0)
        {
            throw PayloadError.Invalid(fields._sentences.Aggregate(TextFormat.Then));
        }
    }

    private void Read(JsonElement given, PayloadShape shape, string path)
    {
        var value = PayloadValue.Unwrap(given, shape.Kind);
        if (shape.Kind == PayloadKind.List)
        {
            var entries = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
            for (var i = 0; i < entries.Length; i++)
            {
                Read(entries[i], shape.Entry!, $"{path}[{i}]");
            }
        }
        else if (shape.Kind == PayloadKind.Object && value.ValueKind == JsonValueKind.Object)
        {
            ReadObject(value, shape, path.Length == 0 ? "" : path + ".");
        }
    }

    private void ReadObject(JsonElement value, PayloadShape shape, string prefix)
    {
        var cardType = value.TryGetProperty(CardTypeField, out var type) && type.ValueKind == JsonValueKind.String ? PayloadText.Read(type) : null;
        var unknown = value.EnumerateObject().Where(property => !shape.Fields.ContainsKey(property.Name)).Select(property => property.Name).ToArray();
        if (unknown.Length > 0 && shape.Fields.ContainsKey(CardTypeField) && ApplicationCard.IsType(cardType))
        {
            throw PayloadError.Invalid(Strings.ApplicationCardType.With(prefix + CardTypeField, cardType));
        }

        var fields = shape.NameFields(cardType).ToArray();
        foreach (var name in unknown)
        {
            var sentence = Strings.PayloadFieldUnknown.With(prefix + name);
            _sentences.Add(LikelyName.Find(name, fields) is { } likely ? sentence.Then(Strings.DidYouMean.With(likely)) : sentence);
        }

        if (unknown.Length > 0)
        {
            _sentences.Add(Strings.PayloadFields.With(string.Join(", ", fields)));
        }

        foreach (var property in value.EnumerateObject())
        {
            if (shape.Fields.TryGetValue(property.Name, out var fieldShape))
            {
                Read(property.Value, fieldShape, prefix + property.Name);
            }
        }
    }
}
