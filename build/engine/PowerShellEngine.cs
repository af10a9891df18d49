using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;

namespace WeComRobot.Engine;

/// <summary>
/// A PowerShell 7.4 or newer: the pwsh on PATH, else the .NET tool that .config/dotnet-tools.json pins, restored when it is first
/// needed. With the environment variable WECOM_ENGINE=tool it is the tool in any case.
/// </summary>
internal sealed class PowerShellEngine
{
    private static readonly Version Oldest = new(7, 4);

    private readonly string[] _command;

    private PowerShellEngine(string prompt, params string[] command)
    {
        Prompt = prompt;
        _command = command;
    }

    /// <summary>What a person types, in the clone, to get a prompt of this PowerShell.</summary>
    public string Prompt { get; }

    /// <summary>Null where there is none and none can be restored; <paramref name="missing"/> then says why.</summary>
    public static PowerShellEngine? Find(out string missing)
    {
        missing = "";
        return Environment.GetEnvironmentVariable("WECOM_ENGINE") == "tool" ? Tool(out missing) : OnPath() ?? Tool(out missing);
    }

    /// <summary>A process of this engine, yet to be started.</summary>
    public ProcessStartInfo StartInfo(params string[] arguments) =>
        new(_command[0], [.. _command[1..], "-NoProfile", "-NonInteractive", .. arguments]) { WorkingDirectory = Repository.Root };

    private static PowerShellEngine? OnPath()
    {
        // PowerShell 7.6.9
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

        // Processes that restore at the same time would write the same files
        using var restore = new Mutex(initiallyOwned: false, "WeComRobot-dotnet-tool-restore");
        try
        {
            restore.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Who had it was killed; it is ours now
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

    /// <summary>The tool where it is restored; started without 'dotnet tool run', whose two processes in between cost time.</summary>
    private static PowerShellEngine? Installed()
    {
        var (exitCode, home) = Run("dotnet", "tool", "run", "pwsh", "--", "-NoProfile", "-NonInteractive", "-Command", "$PSHOME");
        return exitCode == 0 ? new PowerShellEngine("dotnet tool run pwsh", "dotnet", Path.Combine(home, "pwsh.dll")) : null;
    }

    /// <summary>All that a program said; an exit code other than 0 where it cannot be started, too.</summary>
    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // No greeting at a first start
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
