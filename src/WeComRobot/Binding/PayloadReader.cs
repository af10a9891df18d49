using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Reads what users have as a message: a message, card or article object, the error of a failed delivery, JSON text, a hashtable or a custom object.</summary>
internal static class PayloadReader
{
    /// <summary>All messages that there are to send: an error about a message in parts holds those that did not arrive.</summary>
    /// <exception cref="WeComException">InvalidMessage: not an official payload.</exception>
    public static IReadOnlyList<Message> ReadAll(object? given) => BaseObject.Unwrap(given) switch
    {
        ErrorRecord error => ReadError(error),
        IContainsErrorRecord failure => ReadError(failure.ErrorRecord),
        IReadOnlyList<Message> { Count: > 0 } messages => messages,
        object?[] { Length: > 0 } list => ReadList(list),
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

    /// <summary>The message that an error holds. An error about a file holds a path instead, which is refused.</summary>
    private static IReadOnlyList<Message> ReadError(ErrorRecord error) =>
        error is { Exception: WeComException, TargetObject: string path }
            ? throw new WeComException(FailureCause.InvalidMessage, CommandStrings.ErrorHoldsPath.With(path))
            : ReadAll(error.TargetObject);

    /// <summary>A list in place of a message: several messages, or the lines of one, which Get-Content gives without -Raw.</summary>
    private static IReadOnlyList<Message> ReadList(IReadOnlyList<object?> list)
    {
        var lines = list.Select(BaseObject.Unwrap).OfType<string>().ToArray();
        return lines.Length < list.Count || lines.All(line => line.TrimEnd().EndsWith("}", StringComparison.Ordinal) && line.TrimStart().StartsWith("{", StringComparison.Ordinal))
            ? [.. list.SelectMany(item => BaseObject.Unwrap(item) is object?[] nested ? [Read(nested)] : ReadAll(item))]
            : [Parse(string.Join("\n", lines))];
    }

    /// <summary>A byte order mark is not JSON. One stays in the text of a file that has two, or that was read after another.</summary>
    private static Message Parse(string given)
    {
        var json = string.Concat(given.Split('\uFEFF'));
        LostObject.ThrowIfIn(json);
        return MessageJson.Parse(json);
    }
}
