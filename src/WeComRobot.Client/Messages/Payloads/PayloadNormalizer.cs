using System.IO;
using System.Linq;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>
/// Converts the values of a payload to the types of its message type if their meaning is clear: a single value becomes a list, a number a
/// string or the reverse, and a list of lines one string. Anything else is an error that names the field and what it must be.
/// </summary>
internal sealed class PayloadNormalizer
{
    private readonly Utf8JsonWriter _writer;

    private PayloadNormalizer(Utf8JsonWriter writer) => _writer = writer;

    /// <summary>The payload as JSON with the fields and types of the message type.</summary>
    /// <exception cref="WeComException">InvalidMessage: an unknown field, or a value of the wrong type.</exception>
    public static byte[] Normalize(JsonElement payload, PayloadShape shape)
    {
        UnknownFields.ThrowIfAny(payload, shape);
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = new RawJsonEncoder() }))
        {
            new PayloadNormalizer(writer).Write(payload, shape, "");
        }

        return output.ToArray();
    }

    private void Write(JsonElement given, PayloadShape shape, string path)
    {
        var value = PayloadValue.Unwrap(given, shape.Kind);
        if (value.ValueKind == JsonValueKind.Null)
        {
            _writer.WriteNullValue();
            return;
        }

        switch (shape.Kind)
        {
            case PayloadKind.Object:
                WriteObject(value, shape, path);
                break;
            case PayloadKind.List:
                WriteList(value, shape.Entry!, path);
                break;
            case PayloadKind.WholeNumber or PayloadKind.Number:
                _writer.WriteNumberValue(PayloadValue.ToNumber(value, shape, path));
                break;
            default:
                _writer.WriteStringValue(PayloadValue.ToText(value, shape, path));
                break;
        }
    }

    private void WriteObject(JsonElement value, PayloadShape shape, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw PayloadError.WrongType(value, shape, path);
        }

        _writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            var field = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            _writer.WritePropertyName(property.Name);
            Write(property.Value, shape.Fields[property.Name], field);
        }

        _writer.WriteEndObject();
    }

    private void WriteList(JsonElement value, PayloadShape entry, string path)
    {
        var entries = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        _writer.WriteStartArray();
        for (var i = 0; i < entries.Length; i++)
        {
            Write(entries[i], entry, $"{path}[{i}]");
        }

        _writer.WriteEndArray();
    }
}
