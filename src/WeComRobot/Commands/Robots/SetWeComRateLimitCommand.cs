using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.RateLimiting;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>
/// Sets how many messages are sent to a robot within what time, for a private deployment or to leave room for other senders. It
/// does not change what the service takes. (service.md#rate-limit)
/// </summary>
[Cmdlet(VerbsCommon.Set, "WeComRateLimit", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SetWeComRateLimitCommand : WeComCommand
{
    /// <summary>How many messages, 1 to 1000; the service takes 20 a minute.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateRange(1, RateLimit.MaxMessages)]
    public int Limit { get; set; }

    /// <summary>Within how many seconds, more than 0 and at most 3600. Defaults to 60.</summary>
    [Parameter(Position = 1)]
    [ValidateRange(0.001, RateLimit.MaxWindowSeconds)]
    public double WindowSec { get; set; } = RateLimit.Official.Window.TotalSeconds;

    /// <summary>
    /// Process, the default: for this process, where it overrides the machine's limit. Machine: for all processes that share the
    /// state folder, from now on.
    /// </summary>
    [Parameter]
    public RateLimitScope Scope { get; set; }

    /// <summary>
    /// The robots that the limit is for: names, webhook URLs or keys (also as a SecureString), or the output of Get-WeComRobot.
    /// Defaults to all that have no limit of their own.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(RobotCompleter))]
    [RobotTransformation]
    public RobotArgument[]? Robot { get; set; }

    private protected override IEnumerable<string?> Secrets => RobotArgument.SecretsIn(Robot);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var limit = new RateLimit(Limit, TimeSpan.FromSeconds(WindowSec));
        var action = CommandStrings.SetLimitAction.With(limit.Messages, WindowSec, Scope);
        if (Robot is not null)
        {
            new RobotResolver(this, allowHttp: true).ForEach(Robot, robot =>
            {
                foreach (var member in robot.Pool.Robots.Where(member => ShouldProcess(member.ToString(), action)))
                {
                    RobotClient.Shared.SetRateLimit(limit, Scope, member);
                }
            });
        }
        else if (ShouldProcess(CommandStrings.AllRobots, action))
        {
            SetForAll(limit);
        }
    }

    private void SetForAll(RateLimit limit)
    {
        this.ReportFailures(null, () =>
        {
            RobotClient.Shared.SetRateLimit(limit, Scope);
        });
    }
}
