using System;
using System.Text.Json.Serialization;

namespace WeComRobot.Robots;

/// <summary>A robot as it stands in the user's file. It has no place for a key or a password.</summary>
internal sealed class RobotEntry
{
    public string? Name { get; set; }

    public string? SecretName { get; set; }

    public string? Vault { get; set; }

    public Uri? BaseUri { get; set; }

    public Uri? Proxy { get; set; }

    public int? RateLimit { get; set; }

    public bool AllowHttp { get; set; }

    public bool IsDefault { get; set; }

    public static RobotEntry From(RobotProfile robot) => new()
    {
        Name = robot.Name,
        SecretName = robot.SecretName,
        Vault = robot.Vault,
        BaseUri = robot.BaseUri,
        Proxy = robot.Proxy,
        RateLimit = robot.RateLimit,
        AllowHttp = robot.AllowHttp,
        IsDefault = robot.IsDefault,
    };

    /// <summary>The robot; null if somebody wrote something else into the file.</summary>
    public RobotProfile? ToProfile() => Name is not null && RobotName.IsValid(Name) && SecretName is { Length: > 0 } && RateLimit is null or > 0
        ? new()
        {
            Name = Name,
            SecretName = SecretName,
            Vault = Vault,
            BaseUri = BaseUri,
            Proxy = Proxy,
            RateLimit = RateLimit,
            AllowHttp = AllowHttp,
            IsDefault = IsDefault,
            IsPersisted = true,
        }
        : null;
}

/// <summary>The serializers of the user's file, made at build time.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RobotEntry[]))]
internal sealed partial class RobotJsonContext : JsonSerializerContext;
