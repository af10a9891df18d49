using System.Diagnostics;
using System.Net;

namespace WeComRobot.Robots;

/// <summary>Who signs in at a proxy; the password shows nowhere.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ProxyCredential(string userName, string password)
{
    /// <summary>Two credentials are the same to a connection if this is.</summary>
    internal string Identity => userName + "\n" + password;

    internal NetworkCredential ToNetworkCredential() => new(userName, password);

    /// <summary>The user's name alone.</summary>
    public override string ToString() => userName;
}
