using System;

namespace WeComRobot.Robots;

/// <summary>How a registered robot is reached. All of it may be shown and written to disk: it has no property for a key or a password.</summary>
public abstract record RobotSettings
{
    /// <summary>The secret that holds its webhook; null if the webhook itself was given.</summary>
    public string? SecretName { get; init; }

    /// <summary>The vault of the secret. Defaults to any registered one.</summary>
    public string? Vault { get; init; }

    /// <summary>What replaces <c>https://qyapi.weixin.qq.com</c>, with or without a path (private deployments, reverse proxies).</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The proxy. Defaults to the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>How many messages a minute it takes. Defaults to the official 20.</summary>
    public int? RateLimit { get; init; }

    /// <summary>When its group is left in peace, as <see cref="Robots.QuietHours.Parse"/> reads it; null if never.</summary>
    public string? QuietHours { get; init; }

    /// <summary>The id of the time zone of its quiet hours. Defaults to the machine's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether plain http to another machine is allowed.</summary>
    public bool AllowHttp { get; init; }
}
