using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Alerts;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Robots;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>Lists the alerts that are not over: their severity, since when and how often they fired, and when the group is told again. Sends nothing.</summary>
[Cmdlet(VerbsCommon.Get, "WeComAlert")]
[OutputType(typeof(FiringAlert))]
public sealed class GetWeComAlertCommand : WeComCommand
{
    /// <summary>The keys; wildcards are expanded. Defaults to all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AlertKeyCompleter))]
    public string[] Key { get; set; } = ["*"];

    /// <summary>The names of the robots, or host and fingerprint of those that are not registered; wildcards are expanded. Defaults to all robots.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RobotCompleter))]
    public string[] Robot { get; set; } = ["*"];

    private protected override IEnumerable<string?> Secrets => Robot.Select(RobotName.SecretIn);

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.ReportFailures(null, () => WriteObject(AlertSelection.Find(Key, Robot), enumerateCollection: true));
}
