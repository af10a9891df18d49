using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using WeComRobot.Objects;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Watching;

/// <summary>The end of what a command wrote. Objects are laid out, as the shell does, only when it is read.</summary>
/// <param name="maxItems">How many lines or objects are kept.</param>
internal sealed class LastOutput(int maxItems)
{
    // As a file, this is less than the service takes
    private const int MaxLength = 4_000_000;

    private const string Script = "$input | Microsoft.PowerShell.Utility\\Out-String -Stream -Width 120";

    private readonly Queue<object> _items = [];
    private int _length;

    /// <summary>Whether some of it was too much to keep.</summary>
    public bool IsCut { get; private set; }

    public void Add(object? item)
    {
        if (BaseObject.Unwrap(item) is not { } value)
        {
            return;
        }

        var kept = value is string text ? text.Substring(Math.Max(0, text.Length - MaxLength)) : item!;
        _items.Enqueue(kept);
        _length += LengthOf(kept);
        while (_items.Count > maxItems || _length > MaxLength)
        {
            _length -= LengthOf(_items.Dequeue());
            IsCut = true;
        }
    }

    /// <summary>The lines, without what only a terminal can show.</summary>
    public IReadOnlyList<string> GetLines(PSCmdlet cmdlet) =>
        TerminalText.Clean(string.Join("\n", GetTexts(cmdlet)).Replace("\r\n", "\n")) is { Length: > 0 } text ? text.Split('\n') : [];

    private IEnumerable<string> GetTexts(PSCmdlet cmdlet)
    {
        var objects = new List<object>();
        foreach (var item in _items.Append(""))
        {
            if (item is not string text)
            {
                objects.Add(item);
                continue;
            }

            foreach (var line in LayOut(objects, cmdlet))
            {
                yield return line;
            }

            objects.Clear();
            yield return text;
        }
    }

    private static IEnumerable<string> LayOut(List<object> objects, PSCmdlet cmdlet)
    {
        try
        {
            return objects.Count == 0 ? [] : [.. cmdlet.InvokeCommand.InvokeScript(Script, true, PipelineResultTypes.None, objects).Select(line => line.ToString())];
        }
        catch (RuntimeException)
        {
            // A session may lack the command
            return [.. objects.Select(item => item.ToString() ?? "")];
        }
    }

    private static int LengthOf(object item) => item is string text ? text.Length : 1;
}
