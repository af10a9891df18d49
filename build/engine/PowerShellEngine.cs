using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;

namespace WeComRobot.Engine;

/// <summary>
/// A PowerShell 7.4 or newer: the pwsh on PATH, else the .NET tool that .config/dotnet-tools.json pins, which is restored when
/// first needed. WECOM_ENGINE=tool in the environment ignores the one on PATH.
/// </summary>
public sealed class PowerShellEngine
{
    private static readonly Version Oldest = new(7, 4);

    private readonly string[] _command;

    private PowerShellEngine(string prompt, params string[] command)
    {
        Prompt = prompt;
        _command = command;
    }

    /// <summary>The command that opens a prompt of this PowerShell when typed in the clone.</summary>
    public string Prompt { get; }

    /// <summary>Finds or restores it.</summary>
    /// <param name="missing">Why there is none; empty if there is one.</param>
    /// <returns>Null if no pwsh on PATH is new enough and the tool cannot be restored.</returns>
    public static PowerShellEngine? Find(out string missing)
    {
        missing = "";
        return Environment.GetEnvironmentVariable("WECOM_ENGINE") == "tool" ? Tool(out missing) : OnPath() ?? Tool(out missing);
    }

    /// <summary>How to start a process of this engine, in the root of the clone.</summary>
    public ProcessStartInfo StartInfo(params string[] arguments) =>
        new(_command[0], [.. _command[1..], "-NoProfile", "-NonInteractive", .. arguments]) { WorkingDirectory = Repository.Root };

    private static PowerShellEngine? OnPath()
    {
        // It prints, for example, PowerShell 7.6.9
        var (exitCode, output) = Run("pwsh", "--version");
        var version = output.Split(' ', '-').ElementAtOrDefault(1);
        return exitCode == 0 && Version.TryParse(version, out var found) && found >= Oldest ? new PowerShellEngine("pwsh", "pwsh") : null;
    }

    private static PowerShellEngine? Tool(out string missing)
    {
        missing = "";
        if (Installed() is { } installed)
        {
            return installed;
        }

        // Several processes of this user may get here at once and would write the same files
        using var restore = new Mutex("WeComRobot-dotnet-tool-restore", new NamedWaitHandleOptions { CurrentSessionOnly = false });
        try
        {
            restore.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The previous owner was killed; this process owns the lock now
        }

        try
        {
            var (_, said) = Run("dotnet", "tool", "restore");
            var restored = Installed();
            missing = restored is null ? $"There is no pwsh 7.4 or newer on PATH, and 'dotnet tool restore' got none: {said}" : "";
            return restored;
        }
        finally
        {
            restore.ReleaseMutex();
        }
    }

    /// <summary>The tool, if it is restored. Its DLL is started directly, as 'dotnet tool run' costs two more processes each time.</summary>
    private static PowerShellEngine? Installed()
    {
        var (exitCode, home) = Run("dotnet", "tool", "run", "pwsh", "--", "-NoProfile", "-NonInteractive", "-Command", "$PSHOME");
        return exitCode == 0 ? new PowerShellEngine("dotnet tool run pwsh", "dotnet", Path.Combine(home, "pwsh.dll")) : null;
    }

    /// <summary>Runs a program to its end. A program that cannot be started counts as failed.</summary>
    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The first run of the SDK would print its welcome into the output
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
