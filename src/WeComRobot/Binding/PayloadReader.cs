using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Reads what users have for a message: a message, card or article object, the error of a failed delivery, JSON text, a hashtable or a custom object.</summary>
internal static class PayloadReader
{
    /// <summary>All that there is to send: an error of a message in parts holds those that did not arrive.</summary>
    /// <exception cref="WeComException">InvalidMessage: not an official payload.</exception>
    public static IReadOnlyList<Message> ReadAll(object? given) => BaseObject.Unwrap(given) switch
    {
        ErrorRecord error => OfError(error),
        IContainsErrorRecord failure => OfError(failure.ErrorRecord),
        IReadOnlyList<Message> { Count: > 0 } messages => messages,
        object?[] { Length: > 0 } list => OfList(list),
        _ => [Read(given)],
    };

    /// <exception cref="WeComException">InvalidMessage: not an official payload.</exception>
    public static Message Read(object? given) => BaseObject.Unwrap(given) switch
    {
        Message message => message,
        Card card => new CardMessage { Card = card },
        Article article => new NewsMessage { News = new NewsBody { Articles = [article] } },
        string json => Parse(json),
        IDictionary or PSCustomObject => Parse(PayloadWriter.ToJson(given!)),
        var other => throw new WeComException(
            FailureCause.InvalidMessage, CommandStrings.MessageWrongType.With(other?.GetType()), Strings.PayloadRemedy),
    };

    /// <summary>The message that an error holds; of a file that could not be sent it holds the path.</summary>
    private static IReadOnlyList<Message> OfError(ErrorRecord error) =>
        error is { Exception: WeComException, TargetObject: string path }
            ? throw new WeComException(FailureCause.InvalidMessage, CommandStrings.ErrorHoldsPath.With(path))
            : ReadAll(error.TargetObject);

    /// <summary>A list in place of a message: messages, or the lines of one, as Get-Content without -Raw gives them.</summary>
    private static IReadOnlyList<Message> OfList(IReadOnlyList<object?> list)
    {
        var lines = list.Select(BaseObject.Unwrap).OfType<string>().ToArray();
        return lines.Length < list.Count || lines.All(line => line.TrimEnd().EndsWith("}", StringComparison.Ordinal) && line.TrimStart().StartsWith("{", StringComparison.Ordinal))
            ? [.. list.SelectMany(item => BaseObject.Unwrap(item) is object?[] ? [Read(item)] : ReadAll(item))]
            : [Parse(string.Join("\n", lines))];
    }

    /// <summary>A byte order mark is no JSON, and stays in a text where a file has two or is one of several.</summary>
    private static Message Parse(string given)
    {
        var json = string.Concat(given.Split('\uFEFF'));
        LostObject.ThrowIfIn(json);
        return MessageJson.Parse(json);
    }
}
