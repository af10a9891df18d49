using System.Text;

namespace WeComRobot.Robots;

/// <summary>A registered robot as it may be shown, without keys and passwords.</summary>
public sealed record RobotInfo : RobotSettings
{
    /// <summary>Creates a robot that has no name yet.</summary>
    public RobotInfo()
    {
    }

    private RobotInfo(RobotSettings settings)
        : base(settings)
    {
    }

    /// <summary>The name it is used by.</summary>
    public string Name { get; init; } = "";

    /// <summary>Host and fingerprint of its key, for each robot of a pool; until its secret has been read, where the secret is kept.</summary>
    public string Address { get; init; } = "";

    /// <summary>Whether it is used when no robot is named.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it is in the user's file.</summary>
    public bool IsPersisted { get; init; }

    /// <summary>What may be shown of a robot.</summary>
    internal static RobotInfo From(RobotProfile robot) => new(robot)
    {
        Name = robot.Name,
        Address = robot.Pool?.ToString() ?? robot.SecretText,
        IsDefault = robot.IsDefault,
        IsPersisted = robot.IsPersisted,
    };

    /// <summary>Prints what identifies the robot before the settings of the base.</summary>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Name = ").Append(Name).Append(", Address = ").Append(Address)
            .Append(", IsDefault = ").Append(IsDefault).Append(", IsPersisted = ").Append(IsPersisted).Append(", ");
        return base.PrintMembers(builder);
    }
}
