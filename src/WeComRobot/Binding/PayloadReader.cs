using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Binding;

/// <summary>Reads what users have for a message: a message, card or article object, the error of a failed delivery, JSON text, a hashtable or a custom object.</summary>
internal static class PayloadReader
{
    /// <summary>All that there is to send: an error of a message in parts holds those that did not arrive.</summary>
    /// <exception cref="WeComException">InvalidMessage: not an official payload.</exception>
    public static IReadOnlyList<Message> ReadAll(object? given) => Unwrapped.Of(given) switch
    {
        ErrorRecord error => OfError(error),
        IContainsErrorRecord failure => OfError(failure.ErrorRecord),
        IReadOnlyList<Message> { Count: > 0 } messages => messages,
        _ => [Read(given)],
    };

    /// <exception cref="WeComException">InvalidMessage: not an official payload.</exception>
    public static Message Read(object? given) => Unwrapped.Of(given) switch
    {
        Message message => message,
        Card card => new CardMessage { Card = card },
        Article article => new NewsMessage { News = new NewsBody { Articles = [article] } },
        string json => MessageJson.Parse(json),
        IDictionary or PSCustomObject => MessageJson.Parse(ToJson(given!)),
        var other => throw new WeComException(
            FailureCause.InvalidMessage, CommandStrings.MessageWrongType.With(other?.GetType()), CommandStrings.MessageRemedy),
    };

    /// <summary>The message that an error holds; of a file that could not be sent it holds the path.</summary>
    private static IReadOnlyList<Message> OfError(ErrorRecord error) =>
        error is { Exception: WeComException, TargetObject: string path }
            ? throw new WeComException(FailureCause.InvalidMessage, CommandStrings.ErrorHoldsPath.With(path))
            : ReadAll(error.TargetObject);

    private static string ToJson(object given)
    {
        using var memory = new MemoryStream();
        try
        {
            using var writer = new Utf8JsonWriter(memory);
            Write(writer, given);
        }
        catch (InvalidOperationException)
        {
            // The writer's own depth is 1000; no message is that deep
            throw new WeComException(FailureCause.InvalidMessage, CommandStrings.MessageTooDeep, CommandStrings.MessageRemedy);
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case IDictionary dictionary:
                WriteObject(writer, dictionary.Cast<DictionaryEntry>().Select(e => (e.Key.ToString()!, (object?)e.Value)));
                break;
            case PSObject custom:
                WriteObject(writer, custom.Properties.Select(p => (p.Name, (object?)p.Value)));
                break;
            case IEnumerable list:
                WriteArray(writer, list);
                break;
            case var number when LanguagePrimitives.TryConvertTo(number, out decimal exact):
                writer.WriteNumberValue(exact);
                break;
            case var other:
                writer.WriteStringValue(other.ToString());
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable list)
    {
        writer.WriteStartArray();
        foreach (var item in list)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
