using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Alerts;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Robots;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>Forgets alerts without telling anybody: the next call of such a key is the first again. What waits in the outbox stays there.</summary>
[Cmdlet(VerbsCommon.Clear, "WeComAlert", DefaultParameterSetName = "Key", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class ClearWeComAlertCommand : WeComCommand
{
    /// <summary>The keys; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Key")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AlertKeyCompleter))]
    public string[] Key { get; set; } = [];

    /// <summary>The names of the robots, or host and fingerprint of those that are not registered; wildcards are expanded. Defaults to all robots.</summary>
    [Parameter(ParameterSetName = "Key")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RobotCompleter))]
    public string[] Robot { get; set; } = ["*"];

    /// <summary>The alerts themselves, from Get-WeComAlert.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Alert")]
    public FiringAlert[] Alert { get; set; } = [];

    private protected override IEnumerable<string?> Secrets => Robot.Select(RobotName.SecretIn);

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.ReportFailures(null, () =>
    {
        foreach (var alert in ParameterSetName == "Alert" ? Alert : AlertSelection.Find(Key, Robot))
        {
            if (ShouldProcess(CommandStrings.AlertTarget.With(AlertText.Brief(alert.Key), alert.Robot), CommandStrings.ForgetAlertAction))
            {
                AlertSelection.Client.Forget(alert);
            }
        }
    });
}
