using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests;

/// <summary>A test of what only Unix has; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class UnixFactAttribute : FactAttribute
{
    /// <param name="program">A program that it needs; none where null.</param>
    public UnixFactAttribute(string? program = null)
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no such thing.";
        }
        else if (program is not null && !IsOnPath(program))
        {
            Skip = $"There is no {program} on PATH.";
        }
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

/// <summary>A test of permissions, which the superuser does not notice.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnprivilegedFactAttribute : UnixFactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Skip ??= "This user may write everywhere.";
        }
    }
}

/// <summary>A test that needs a disk of its own, which only the superuser can mount, and not in every container.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : UnixFactAttribute
{
    private static readonly Lazy<bool> CanMount = new(TryToMount);

    public MountFactAttribute()
        : base("mount") => Skip ??= OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && CanMount.Value
            ? null
            : "This user cannot mount a disk that is full.";

    private static bool TryToMount()
    {
        using var folder = new TestFolder();
        var mounted = Succeeds("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", folder.FullName);
        return mounted && Succeeds("umount", folder.FullName);
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
