using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text;

namespace WeComRobot.Watching;

/// <summary>
/// Lets the shell's process end with the exit code of a command. By itself it ends with 0 or 1, unless a script passes the code on, and
/// a task's only line has none that could.
/// </summary>
internal static class ShellExit
{
    /// <summary>Sets the exit code, if the shell was started for this call: nothing is left to run after it.</summary>
    public static void Request(PSCmdlet cmdlet, int exitCode)
    {
        var calls = Runspace.DefaultRunspace.Debugger.GetCallStack().ToArray();
        if (cmdlet.Host.Name == "ConsoleHost" && calls.Length > 0 && IsStartedWith(calls[calls.Length - 1].InvocationInfo.MyCommand) && calls.All(IsLastStatement))
        {
            cmdlet.Host.SetShouldExit(exitCode);
        }
    }

    private static bool IsLastStatement(CallStackFrame call) =>
        BodyOf(call.InvocationInfo.MyCommand)?.EndBlock?.Statements is { Count: > 0 } statements
        && statements[statements.Count - 1].Extent is var last
        && (last.StartOffset, last.EndOffset) == (call.Position.StartOffset, call.Position.EndOffset);

    private static ScriptBlockAst? BodyOf(CommandInfo? command) => (command switch
    {
        ExternalScriptInfo file => file.ScriptBlock,
        ScriptInfo text => text.ScriptBlock,
        FunctionInfo function => function.ScriptBlock,
        _ => null,
    })?.Ast switch
    {
        ScriptBlockAst body => body,
        FunctionDefinitionAst function => function.Body,
        _ => null,
    };

    /// <summary>Whether the shell runs nothing but this: the script of -File, or the text of -Command. What is typed at a prompt is neither.</summary>
    private static bool IsStartedWith(CommandInfo? command)
    {
        var arguments = Environment.GetCommandLineArgs();
        return !arguments.Any(argument => argument.TrimStart('-', '/').StartsWith("noe", StringComparison.OrdinalIgnoreCase))
            && (command is ExternalScriptInfo || (command is ScriptInfo { Definition: var text } && IsOn(arguments, text)));
    }

    private static bool IsOn(string[] arguments, string text) =>
        string.Join(" ", arguments).EndsWith(text, StringComparison.Ordinal) || arguments.Contains(Convert.ToBase64String(Encoding.Unicode.GetBytes(text)));
}
