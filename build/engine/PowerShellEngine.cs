using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;

namespace WeComRobot.Engine;

/// <summary>
/// PowerShell 7.4 or newer: the pwsh on PATH, or else the .NET tool that .config/dotnet-tools.json pins, which is restored on
/// first use. WECOM_PWSH in the environment is the path of another pwsh; with WECOM_ENGINE=tool only the tool is used.
/// </summary>
public sealed class PowerShellEngine
{
    private static readonly Version MinVersion = new(7, 4);

    private readonly string[] _command;

    private PowerShellEngine(string prompt, params string[] command)
    {
        Prompt = prompt;
        _command = command;
    }

    /// <summary>The command that starts this PowerShell interactively, from the root of the clone.</summary>
    public string Prompt { get; }

    /// <summary>Finds the engine, restoring the tool if necessary.</summary>
    /// <param name="reason">Why there is no engine; empty if there is one.</param>
    /// <returns>Null if no pwsh is new enough and the tool cannot be restored.</returns>
    public static PowerShellEngine? Find(out string reason)
    {
        reason = "";
        return Environment.GetEnvironmentVariable("WECOM_ENGINE") == "tool" ? FindTool(out reason) : FindOnPath() ?? FindTool(out reason);
    }

    /// <summary>How to start a process of this engine, with the root of the clone as its working directory.</summary>
    public ProcessStartInfo StartInfo(params string[] arguments) =>
        new(_command[0], [.. _command[1..], "-NoProfile", "-NonInteractive", .. arguments]) { WorkingDirectory = Repository.Root };

    private static PowerShellEngine? FindOnPath()
    {
        // The output is, for example, "PowerShell 7.6.9"
        var pwsh = Environment.GetEnvironmentVariable("WECOM_PWSH") ?? "pwsh";
        var (exitCode, output) = Run(pwsh, "--version");
        var version = output.Split(' ', '-').ElementAtOrDefault(1);
        return exitCode == 0 && Version.TryParse(version, out var found) && found >= MinVersion ? new PowerShellEngine(pwsh, pwsh) : null;
    }

    private static PowerShellEngine? FindTool(out string reason)
    {
        reason = "";
        if (FindRestoredTool() is { } tool)
        {
            return tool;
        }

        // Several processes of this user may restore at the same time, and would write the same files
        using var restore = new Mutex("WeComRobot-dotnet-tool-restore", new NamedWaitHandleOptions { CurrentSessionOnly = false });
        try
        {
            restore.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The previous owner was killed, and this process now owns the mutex
        }

        try
        {
            var (_, output) = Run("dotnet", "tool", "restore");
            tool = FindRestoredTool();
            reason = tool is null ? $"There is no pwsh 7.4 or newer on PATH, and 'dotnet tool restore' failed: {output}" : "";
            return tool;
        }
        finally
        {
            restore.ReleaseMutex();
        }
    }

    /// <summary>The tool, if it has been restored. Its DLL is started directly, as 'dotnet tool run' starts two more processes.</summary>
    private static PowerShellEngine? FindRestoredTool()
    {
        var (exitCode, home) = Run("dotnet", "tool", "run", "pwsh", "--", "-NoProfile", "-NonInteractive", "-Command", "$PSHOME");
        return exitCode == 0 ? new PowerShellEngine("dotnet tool run pwsh", "dotnet", Path.Combine(home, "pwsh.dll")) : null;
    }

    /// <summary>Runs a program and waits for its exit. If it cannot be started, the exit code is -1.</summary>
    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Keeps the welcome message of the SDK's first run out of the output
        start.Environment["DOTNET_NOLOGO"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, (output + errors.GetAwaiter().GetResult()).Trim());
        }
        catch (Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
