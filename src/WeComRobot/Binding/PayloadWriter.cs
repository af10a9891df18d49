using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Writes a payload that is a hashtable or a custom object as JSON.</summary>
internal static class PayloadWriter
{
    /// <exception cref="WeComException">InvalidMessage: an object in it holds itself, or has no text.</exception>
    public static string ToJson(object given)
    {
        using var memory = new MemoryStream();
        try
        {
            using var writer = new Utf8JsonWriter(memory);
            Write(writer, given, "");
        }
        catch (InvalidOperationException)
        {
            // The writer's own depth is 1000; no message is that deep
            throw new WeComException(FailureCause.InvalidMessage, CommandStrings.MessageTooDeep, Strings.PayloadRemedy);
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, object? value, string path)
    {
        switch (value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case IDictionary dictionary:
                WriteObject(writer, dictionary.Cast<DictionaryEntry>().Select(e => (e.Key.ToString()!, (object?)e.Value)), path);
                break;
            case PSObject custom:
                WriteObject(writer, custom.Properties.Select(p => (p.Name, (object?)p.Value)), path);
                break;
            case IEnumerable<byte> bytes:
                throw new WeComException(
                    FailureCause.InvalidMessage, CommandStrings.PayloadHoldsObject.With(path, bytes.GetType()), CommandStrings.PayloadHoldsBytesRemedy);
            case IEnumerable list:
                WriteArray(writer, list, path);
                break;
            case var number when DisplayValue.IsNumber(number) && LanguagePrimitives.TryConvertTo(number, out decimal exact):
                writer.WriteNumberValue(exact);
                break;
            case var plain when PlainValue.TextOf(plain) is { } shown:
                writer.WriteStringValue(shown);
                break;
            case var other:
                throw new WeComException(
                    FailureCause.InvalidMessage, CommandStrings.PayloadHoldsObject.With(path, other.GetType()), CommandStrings.PayloadHoldsObjectRemedy);
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members, string path)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value, path.Length == 0 ? name : $"{path}.{name}");
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable list, string path)
    {
        var i = 0;
        writer.WriteStartArray();
        foreach (var item in list)
        {
            Write(writer, item, $"{path}[{i++}]");
        }

        writer.WriteEndArray();
    }
}
