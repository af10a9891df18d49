using System;

namespace WeComRobot.Robots;

/// <summary>A registered robot as people may see it: nothing of it is a key or a password.</summary>
public sealed record RobotInfo
{
    /// <summary>The name it is used by.</summary>
    public string Name { get; init; } = "";

    /// <summary>Host and fingerprint of its key, of each robot of a pool; while its secret has not been read, where that is.</summary>
    public string Address { get; init; } = "";

    /// <summary>Whether it serves where no robot is named.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it stands in the user's file.</summary>
    public bool IsPersisted { get; init; }

    /// <summary>The secret that holds its webhook.</summary>
    public string? SecretName { get; init; }

    /// <summary>The vault of the secret.</summary>
    public string? Vault { get; init; }

    /// <summary>What stands in place of <c>https://qyapi.weixin.qq.com</c>, where it is not the official service.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The proxy on the way to it.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>How many messages a minute it takes, where it is not 20.</summary>
    public int? RateLimit { get; init; }

    /// <summary>Whether plain http to another machine is allowed.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>What of a robot may be seen.</summary>
    public static RobotInfo From(RobotProfile robot) => new()
    {
        Name = robot.Name,
        Address = robot.Pool?.ToString() ?? robot.SecretText,
        IsDefault = robot.IsDefault,
        IsPersisted = robot.IsPersisted,
        SecretName = robot.SecretName,
        Vault = robot.Vault,
        BaseUri = robot.BaseUri,
        Proxy = robot.Proxy,
        RateLimit = robot.RateLimit,
        AllowHttp = robot.AllowHttp,
    };
}
