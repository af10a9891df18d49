using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeComRobot.Benchmarks;

/// <summary>Writes the tokens of a JSON text anew with a Utf8JsonWriter, which is the least that any serializer must do.</summary>
internal sealed class BareWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly List<Token> _tokens = [];
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly Utf8JsonWriter _writer;

    public BareWriter(byte[] json)
    {
        _writer = new(_output, Options);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            _tokens.Add(new(
                reader.TokenType,
                reader.TokenType is JsonTokenType.PropertyName ? JsonEncodedText.Encode(reader.ValueSpan) : default,
                reader.TokenType is JsonTokenType.String ? reader.GetString() : null,
                reader.TokenType is JsonTokenType.Number ? reader.GetDouble() : 0));
        }
    }

    public byte[] Write()
    {
        _output.ResetWrittenCount();
        _writer.Reset();
        foreach (var token in _tokens)
        {
            Write(_writer, token);
        }

        _writer.Flush();
        return _output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, in Token token)
    {
        switch (token.Type)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(token.Name);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(token.Text);
                break;
            case JsonTokenType.Number:
                writer.WriteNumberValue(token.Number);
                break;
            default:
                throw new NotSupportedException($"{token.Type}");
        }
    }

    private readonly record struct Token(JsonTokenType Type, JsonEncodedText Name, string? Text, double Number);
}
