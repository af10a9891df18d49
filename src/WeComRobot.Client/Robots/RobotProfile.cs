using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>A registered robot: its name and settings, and where its webhook comes from. Only <see cref="Pool"/> knows a key.</summary>
public sealed record RobotProfile
{
    /// <summary>The name it is used by; case does not count.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its address, or those of several robots of one group; null while its secret has not been read.</summary>
    public RobotPool? Pool { get; init; }

    /// <summary>The secret that holds its webhook; null where the webhook was given itself.</summary>
    public string? SecretName { get; init; }

    /// <summary>The vault of the secret; any registered one where null.</summary>
    public string? Vault { get; init; }

    /// <summary>What stands in place of <c>https://qyapi.weixin.qq.com</c>, with or without a path (private deployments, reverse proxies).</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The proxy on the way to it; the system's where null.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The proxy's sign-in; never written to disk.</summary>
    public ProxyCredential? ProxyCredential { get; init; }

    /// <summary>How many messages a minute it takes; the official 20 where null.</summary>
    public int? RateLimit { get; init; }

    /// <summary>Whether plain http to another machine is allowed.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Whether it serves where no robot is named.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it stands in the user's file.</summary>
    public bool IsPersisted { get; init; }

    /// <summary>Where its webhook is kept, in words.</summary>
    public string SecretText => Vault is null ? Strings.SecretInAnyVault.With(SecretName) : Strings.SecretInVault.With(SecretName, Vault);

    /// <summary>The addresses of its webhooks, URLs or keys, under its settings.</summary>
    /// <exception cref="WeComException">InvalidAddress, with the reason and without the key.</exception>
    public RobotPool Read(IEnumerable<string> webhooks) => new([.. webhooks.Select(webhook => WebhookAddress.Parse(webhook, BaseUri, AllowHttp))]);

    /// <summary>The same from a secret, which holds one webhook, or one a line.</summary>
    /// <exception cref="WeComException">InvalidAddress, with the reason and without the key.</exception>
    public RobotPool Read(string secret) =>
        Read(secret.Split('\r', '\n').Where(line => WebhookAddress.Trim(line).Length > 0).DefaultIfEmpty(""));

    /// <summary>Holds its settings against what can be used.</summary>
    /// <exception cref="WeComException">InvalidAddress: base address or proxy is none.</exception>
    public void Check()
    {
        if (BaseUri is not null)
        {
            WebhookUrl.CheckBase(BaseUri, AllowHttp);
        }

        ProxyAddress.Check(Proxy);
    }

    /// <summary>The robot as people may see it.</summary>
    public override string ToString() => Name;
}
