using System;
using System.Net;

namespace WeComRobot.Http;

/// <summary>
/// The system's proxy, but never for this machine itself: plain http is allowed to a loopback address because the key does
/// not leave the machine, and HTTP_PROXY would carry it away in clear.
/// </summary>
/// <param name="system">The system's; null if it has none.</param>
/// <param name="signIn">The credential for it. Defaults to the system's.</param>
internal sealed class SystemProxy(IWebProxy? system, ICredentials? signIn) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => signIn ?? system?.Credentials;
        set => throw new NotSupportedException();
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? destination : system!.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || system is null || system.IsBypassed(host);
}
