using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.RateLimiting;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>
/// Shows what is used and left of a robot's rate window, and where its state is kept. Sends nothing. (service.md#rate-limit)
/// </summary>
[Cmdlet(VerbsCommon.Get, "WeComRateLimit")]
[OutputType(typeof(WindowInfo))]
public sealed class GetWeComRateLimitCommand : WeComCommand
{
    /// <summary>
    /// The robots: names, webhook URLs or keys (also as a SecureString), or the output of Get-WeComRobot; each robot of a pool has a
    /// window. Defaults to the default robot, else to the one in the environment variable WECOM_ROBOT.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(RobotCompleter))]
    [RobotTransformation]
    public RobotArgument[]? Robot { get; set; }

    private protected override IEnumerable<string?> Secrets => RobotArgument.SecretsIn(Robot);

    private protected override bool UsesFleet => true;

    /// <inheritdoc/>
    protected override void ProcessRecord() => new RobotResolver(this, allowHttp: true).ForEach(Robot, robot =>
    {
        var (perHour, sent) = AlertSelection.Client.GetCap(robot.ToAlertTarget(WriteWarning));
        foreach (var member in robot.Pool.Robots)
        {
            WriteObject(RobotClient.Shared.GetRateWindow(member, robot.RateLimit) with { AlertsPerHour = perHour, AlertsSent = sent });
        }
    });
}
