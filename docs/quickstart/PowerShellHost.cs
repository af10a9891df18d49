using System;
using System.ComponentModel;
using System.Diagnostics;

namespace WeComRobot.Quickstart;

/// <summary>A PowerShell 7: the one on PATH, else the .NET tool that .config/dotnet-tools.json pins.</summary>
internal sealed class PowerShellHost
{
    private readonly string[] _command;

    private PowerShellHost(params string[] command) => _command = command;

    /// <summary>Null where there is none and none can be had.</summary>
    public static PowerShellHost? Find()
    {
        var onPath = new PowerShellHost("pwsh");
        if (onPath.Answers())
        {
            return onPath;
        }

        Console.WriteLine("No pwsh on PATH; trying dotnet tool restore …");
        var asTool = new PowerShellHost("dotnet", "tool", "run", "pwsh", "--");
        return RunQuietly("dotnet", "tool", "restore") == 0 && asTool.Answers() ? asTool : null;
    }

    public int Run(string script, string webhook, string sampleFolder)
    {
        using var process = Process.Start(StartOf([.. _command, "-NoProfile", "-File", script, "-Robot", webhook, "-Samples", sampleFolder]))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private bool Answers() => RunQuietly([.. _command, "-NoProfile", "-Command", "exit 0"]) == 0;

    private static int RunQuietly(params string[] command)
    {
        var start = StartOf(command);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return -1;
        }
    }

    private static ProcessStartInfo StartOf(string[] command) =>
        new(command[0], command[1..]) { WorkingDirectory = Repository.Root };
}
