using System;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>The address of a proxy.</summary>
internal static class ProxyAddress
{
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps];

    /// <exception cref="WeComException">InvalidAddress: it is not an absolute http or https URL, or it holds a password, which would be shown.</exception>
    public static void Check(Uri? proxy)
    {
        if (proxy is not null && (!proxy.IsAbsoluteUri || proxy.Host.Length == 0 || !Schemes.Contains(proxy.Scheme)))
        {
            throw new WeComException(FailureCause.InvalidAddress, Strings.ProxyInvalid);
        }

        if (proxy is { UserInfo.Length: > 0 })
        {
            throw new WeComException(FailureCause.InvalidAddress, Strings.ProxyHasPassword);
        }
    }
}
