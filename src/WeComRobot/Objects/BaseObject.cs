using System.Management.Automation;

namespace WeComRobot.Objects;

internal static class BaseObject
{
    /// <summary>The object itself: PowerShell hands many over in a wrapper.</summary>
    public static object? Unwrap(object? given) => given is PSObject wrapped ? wrapped.BaseObject : given;
}
