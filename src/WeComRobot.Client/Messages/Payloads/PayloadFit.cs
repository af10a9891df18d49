using System.IO;
using System.Linq;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>
/// Makes a payload fit its message type where what is meant is plain: one value where a list belongs, a number where a text
/// belongs or the other way, a list of lines. Anything else is an error that says which field it is, and what it must be.
/// </summary>
internal sealed class PayloadFit
{
    private readonly Utf8JsonWriter _writer;

    private PayloadFit(Utf8JsonWriter writer) => _writer = writer;

    /// <summary>The payload as JSON that has the fields and types of the message type, and no others.</summary>
    /// <exception cref="WeComException">InvalidMessage: a field that the type does not have, or a value of another type.</exception>
    public static byte[] Fit(JsonElement payload, PayloadShape shape)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = new RawJsonEncoder() }))
        {
            new PayloadFit(writer).Write(payload, shape, "");
        }

        return memory.ToArray();
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
            throw PayloadFault.WrongType(value, shape, path);
        }

        _writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            var field = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (!shape.Fields.TryGetValue(property.Name, out var wanted))
            {
                throw PayloadFault.UnknownField(field, shape);
            }

            _writer.WritePropertyName(property.Name);
            Write(property.Value, wanted, field);
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
