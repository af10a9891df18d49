using System.Net;
using System.Security;

namespace WeComRobot.Objects;

internal static class GivenText
{
    /// <summary>Text that was given as such or as a SecureString; null for anything else.</summary>
    public static string? Of(object? given) => given switch
    {
        string text => text,
        SecureString secret => new NetworkCredential("", secret).Password,
        _ => null,
    };
}
