using System.Diagnostics;
using System.Net;

namespace WeComRobot.Robots;

/// <summary>The credential for a proxy. The password is never shown.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ProxyCredential(string userName, string password)
{
    /// <summary>Connections are shared by credentials with the same identity.</summary>
    internal string Identity => userName + "\n" + password;

    internal NetworkCredential ToNetworkCredential() => new(userName, password);

    /// <summary>The user name alone.</summary>
    public override string ToString() => userName;
}
