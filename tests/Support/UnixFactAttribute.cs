using System;

namespace WeComRobot.Tests.Support;

/// <summary>A test of what only Unix has; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class UnixFactAttribute : FactWithAttribute
{
    /// <param name="programs">Programs that it needs as well.</param>
    public UnixFactAttribute(params string[] programs)
        : base(programs)
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
    /// <summary>Looks at who runs the tests.</summary>
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

    /// <summary>Skips the test unless this user can mount a disk.</summary>
    public MountFactAttribute()
        : base("mount") => Skip ??= OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && CanMount.Value
            ? null
            : "This user cannot mount a disk that is full.";

    private static bool TryToMount()
    {
        using var folder = new TestFolder();
        return Tool.Succeeds("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", folder.FullName) && Tool.Succeeds("umount", folder.FullName);
    }
}
