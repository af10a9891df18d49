using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Errors;
using WeComRobot.Robots;

namespace WeComRobot.Targets;

/// <summary>The registered robots that a user names.</summary>
internal static class RegisteredRobots
{
    /// <summary>Those whose names match. A name without wildcards that no robot has is an error of the cmdlet.</summary>
    public static IReadOnlyList<RobotProfile> Matching(PSCmdlet cmdlet, string name)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        var robots = RobotRegistry.Shared.GetAll(cmdlet.WriteWarning).Where(robot => pattern.IsMatch(robot.Name)).ToArray();
        if (robots.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            cmdlet.WriteError(ErrorRecords.Create(new RobotResolver(cmdlet, allowHttp: false).Unknown(name), RobotName.Show(name)));
        }

        return robots;
    }
}
