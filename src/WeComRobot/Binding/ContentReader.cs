using System;
using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Reads contents: text, objects with one obvious text, lists of lines, and formatted output as the shell shows it.</summary>
/// <param name="cmdlet">The cmdlet, through which formatted output becomes text.</param>
/// <param name="layOut">Keeps the columns of formatted output in the message.</param>
internal sealed class ContentReader(PSCmdlet cmdlet, Func<string, string> layOut)
{
    // A list can hold itself
    private const int MaxDepth = 8;

    private readonly FormattedOutput _formatted = new(cmdlet);

    /// <summary>The content; null while formatted output continues with the next input.</summary>
    /// <exception cref="WeComException">InvalidMessage: the object has no obvious text.</exception>
    public string? Read(PSObject given) => Read(given, 0);

    /// <summary>The rest of formatted output that was cut off; null when there is none.</summary>
    public string? Finish() => LayOut(_formatted.Finish());

    private string? Read(PSObject given, int depth) =>
        depth > MaxDepth ? throw NoText(given)
        : FormattedOutput.Is(given) ? LayOut(_formatted.Add(given))
        : PlainValue.TextOf(given) is { } text ? text
        : given.BaseObject is not IEnumerable<byte> && Items.TryEnumerate(given) is { } lines ? string.Join("\n", ReadAll(lines, depth + 1))
        : given.Properties["Content"]?.Value is { } content ? Read(PSObject.AsPSObject(content), depth + 1)
        : throw NoText(given);

    private IEnumerable<string> ReadAll(IEnumerable<object?> lines, int depth)
    {
        foreach (var line in lines)
        {
            if ((line is null ? "" : Read(PSObject.AsPSObject(line), depth)) is { } text)
            {
                yield return text;
            }
        }

        if (Finish() is { } rest)
        {
            yield return rest;
        }
    }

    private static WeComException NoText(PSObject given) =>
        new(FailureCause.InvalidMessage, CommandStrings.ContentNoText.With(Original.ReadableTypeName(given)), CommandStrings.ContentNoTextRemedy);

    private string? LayOut(string? text) => string.IsNullOrEmpty(text) ? text : layOut(text!);
}
