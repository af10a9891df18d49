using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Robots;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>Lists the registered robots: those of this process and those persisted by this user. Shows no key.</summary>
[Cmdlet(VerbsCommon.Get, "WeComRobot")]
[OutputType(typeof(RobotInfo))]
public sealed class GetWeComRobotCommand : WeComCommand
{
    /// <summary>The names; wildcards are expanded. Defaults to all robots.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RobotCompleter))]
    public string[] Name { get; set; } = ["*"];

    private protected override IEnumerable<string?> Secrets => Name.Select(RobotName.SecretIn);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var robot in Name.SelectMany(name => RegisteredRobots.Matching(this, name)))
        {
            WriteObject(RobotInfo.From(robot));
        }
    }
}
