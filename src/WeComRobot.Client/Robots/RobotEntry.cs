using System.Text.Json.Serialization;

namespace WeComRobot.Robots;

/// <summary>A robot in the user's file.</summary>
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

    /// <summary>The robot; null if the file was edited and the entry is not valid.</summary>
    public RobotProfile? ToProfile() => Name is not null && RobotName.IsValid(Name) && SecretName is { Length: > 0 } && RateLimit is null or > 0
        ? new(this) { Name = Name, IsDefault = IsDefault, IsPersisted = true }
        : null;
}

/// <summary>The serializers of the user's file, generated at build time.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RobotEntry[]))]
internal sealed partial class RobotJsonContext : JsonSerializerContext;
