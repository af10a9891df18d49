using System.Text;

namespace WeComRobot.Robots;

/// <summary>A registered robot as people may see it: nothing of it is a key or a password.</summary>
public sealed record RobotInfo : RobotSettings
{
    /// <summary>A robot without a name yet.</summary>
    public RobotInfo()
    {
    }

    private RobotInfo(RobotSettings settings)
        : base(settings)
    {
    }

    /// <summary>The name it is used by.</summary>
    public string Name { get; init; } = "";

    /// <summary>Host and fingerprint of its key, of each robot of a pool; until its secret has been read, where that secret is.</summary>
    public string Address { get; init; } = "";

    /// <summary>Whether it serves when no robot is named.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it stands in the user's file.</summary>
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
