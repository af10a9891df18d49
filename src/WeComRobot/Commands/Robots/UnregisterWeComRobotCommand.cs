using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Robots;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>Forgets registered robots, in this process and in this user's file. Secrets in a vault stay.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "WeComRobot", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class UnregisterWeComRobotCommand : WeComCommand
{
    /// <summary>The names; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RobotCompleter))]
    public string[] Name { get; set; } = [];

    private protected override IEnumerable<string?> Secrets => Name.Select(RobotName.SecretIn);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var robot in Name.SelectMany(name => RegisteredRobots.Matching(this, name)).Where(robot => ShouldProcess(robot.Name, CommandStrings.UnregisterAction)))
        {
            this.ReportFailures(robot.Name, () =>
            {
                RobotRegistry.Shared.Unregister(robot.Name, WriteWarning);
            });
        }
    }
}
