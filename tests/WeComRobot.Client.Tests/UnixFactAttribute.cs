using System;
using Xunit;

namespace WeComRobot.Client.Tests;

/// <summary>A test of what only Unix has; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no such thing.";
        }
    }
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

/// <summary>A test that needs a disk of its own, which only the superuser can mount.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : UnixFactAttribute
{
    public MountFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Skip ??= "This user cannot mount a disk that is full.";
        }
    }
}
