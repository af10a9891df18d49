using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace WeComRobot.Objects;

/// <summary>The output of Format-Table and similar commands: instructions for the shell, from a start to an end, which Out-String turns into text.</summary>
internal sealed class FormattedOutput(PSCmdlet cmdlet)
{
    private const string Namespace = "Microsoft.PowerShell.Commands.Internal.Format.";
    private const string Start = Namespace + "FormatStartData";
    private const string End = Namespace + "FormatEndData";

    // Without the colours of the shell
    private const string Script =
        "param($formatted) " +
        "$style = Microsoft.PowerShell.Utility\\Get-Variable PSStyle -ValueOnly -ErrorAction Ignore; " +
        "if ($style) { $rendering = $style.OutputRendering; $style.OutputRendering = 'PlainText' } " +
        "try { $formatted | Microsoft.PowerShell.Utility\\Out-String } finally { if ($style) { $style.OutputRendering = $rendering } }";

    private readonly List<object> _held = [];
    private bool _isOpen;

    public static bool Is(PSObject given) => Original.TypeName(given).StartsWith(Namespace, StringComparison.Ordinal);

    /// <summary>The error when objects are needed in its place.</summary>
    public static WeComException Refused() => new(FailureCause.InvalidMessage, CommandStrings.ObjectsFormatted, CommandStrings.ObjectsFormattedRemedy);

    /// <summary>The text that the instruction completes; null until then. One outside of start and end, as of a plain value, is complete by itself.</summary>
    public string? Add(PSObject instruction)
    {
        var name = Original.TypeName(instruction);
        _isOpen = name == Start || (_isOpen && name != End);
        _held.Add(instruction);
        return _isOpen ? null : Finish();
    }

    /// <summary>The text of the rest; null when there is none. A pipeline may end before the formatting does.</summary>
    public string? Finish()
    {
        if (_held.Count == 0)
        {
            return null;
        }

        var text = string.Concat(cmdlet.InvokeCommand.InvokeScript(Script, true, PipelineResultTypes.None, null, _held.ToArray(), null).Select(t => t.ToString()));
        _held.Clear();
        _isOpen = false;
        return string.Join("\n", text.Replace("\r\n", "\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
    }
}
