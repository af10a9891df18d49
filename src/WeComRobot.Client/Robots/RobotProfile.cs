using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>A registered robot. Only <see cref="Pool"/> knows a key.</summary>
internal sealed record RobotProfile : RobotSettings
{
    /// <summary>Creates a robot that has no name yet.</summary>
    public RobotProfile()
    {
    }

    internal RobotProfile(RobotSettings settings)
        : base(settings)
    {
    }

    /// <summary>The name it is used by; case does not matter.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its address, or those of several robots of one group; null until its secret has been read.</summary>
    public RobotPool? Pool { get; init; }

    /// <summary>The credential for the proxy; never written to disk.</summary>
    public ProxyCredential? ProxyCredential { get; init; }

    /// <summary>Whether it is used when no robot is named.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it is in the user's file.</summary>
    public bool IsPersisted { get; init; }

    /// <summary>Where its webhook is kept, in words.</summary>
    public string SecretText => Vault is null ? Strings.SecretInAnyVault.With(SecretName) : Strings.SecretInVault.With(SecretName, Vault);

    /// <summary>Reads the addresses of webhooks, which are URLs or keys, with the robot's settings.</summary>
    /// <exception cref="WeComException">InvalidAddress, with the reason and without the key.</exception>
    public RobotPool ParseWebhooks(IEnumerable<string> webhooks) => new([.. webhooks.Select(webhook => WebhookAddress.Parse(webhook, BaseUri, AllowHttp))]);

    /// <summary>Reads the addresses from a secret, which contains one webhook on each line.</summary>
    /// <exception cref="WeComException">InvalidAddress, with the reason and without the key.</exception>
    public RobotPool ParseSecret(string secret) =>
        ParseWebhooks(secret.Split('\r', '\n').Where(line => WebhookAddress.Trim(line).Length > 0).DefaultIfEmpty(""));

    /// <summary>Reads its quiet hours; null if it has none.</summary>
    /// <exception cref="WeComException">InvalidAddress, with the reason.</exception>
    public QuietHours? ReadQuietHours() => QuietHours is null ? null : Robots.QuietHours.Parse(QuietHours, TimeZone);

    /// <summary>Checks the settings.</summary>
    /// <exception cref="WeComException">InvalidAddress: base address, proxy or quiet hours cannot be used.</exception>
    public void Check()
    {
        if (BaseUri is not null)
        {
            WebhookUrl.CheckBase(BaseUri, AllowHttp);
        }

        ProxyAddress.Check(Proxy);
        if (ReadQuietHours() is null && TimeZone is not null)
        {
            throw new WeComException(FailureCause.InvalidAddress, Strings.TimeZoneAlone);
        }
    }

    /// <summary>The robot as it may be shown.</summary>
    public override string ToString() => Name;
}
