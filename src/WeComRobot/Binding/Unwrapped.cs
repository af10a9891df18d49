using System.Management.Automation;

namespace WeComRobot.Binding;

internal static class Unwrapped
{
    /// <summary>The object itself, for PowerShell hands many over in a wrapper.</summary>
    public static object? Of(object? given) => given is PSObject wrapped ? wrapped.BaseObject : given;
}
