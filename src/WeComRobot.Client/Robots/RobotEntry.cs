using System.Text.Json.Serialization;

namespace WeComRobot.Robots;

/// <summary>A robot as it stands in the user's file.</summary>
internal sealed record RobotEntry : RobotSettings
{
    public RobotEntry()
    {
    }

    private RobotEntry(RobotSettings settings)
        : base(settings)
    {
    }

    public string? Name { get; init; }

    [JsonPropertyOrder(1)]
    public bool IsDefault { get; init; }

    public static RobotEntry From(RobotProfile robot) => new(robot) { Name = robot.Name, IsDefault = robot.IsDefault };

    /// <summary>The robot; null if somebody wrote something else into the file.</summary>
    public RobotProfile? ToProfile() => Name is not null && RobotName.IsValid(Name) && SecretName is { Length: > 0 } && RateLimit is null or > 0
        ? new(this) { Name = Name, IsDefault = IsDefault, IsPersisted = true }
        : null;
}

/// <summary>The serializers of the user's file, made at build time.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RobotEntry[]))]
internal sealed partial class RobotJsonContext : JsonSerializerContext;
