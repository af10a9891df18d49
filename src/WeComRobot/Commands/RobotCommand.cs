using System;
using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Fleet;
using WeComRobot.Outbox;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>The parameters of all cmdlets that post to robots: to which, and what happens to a message that cannot be delivered.</summary>
public abstract class RobotCommand : DeliveryCommand
{
    private RobotResolver? _resolver;

    /// <summary>
    /// One or several robots: names from Register-WeComRobot, webhook URLs or keys (also as a SecureString), or the output of
    /// Get-WeComRobot. Defaults to the default robot, else to the one in the environment variable WECOM_ROBOT. A key is never
    /// shown, but what is typed at a prompt stays in the shell's own history: prefer a name.
    /// (service.md#the-webhook)
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RobotCompleter))]
    [RobotTransformation]
    public RobotArgument[]? Robot { get; set; }

    /// <summary>Allows a webhook with plain http to another machine: everybody on the way can then read its key. A registered robot has its own setting.</summary>
    [Parameter]
    public SwitchParameter AllowHttp { get; set; }

    /// <summary>
    /// What happens to a message that could not be delivered. Error: it is an error. Outbox: it is written to the outbox before it
    /// is sent, and stays there, with a warning, for Send-WeComOutbox; this needs a registered robot. Defaults to the value of the
    /// environment variable WECOM_ON_FAILURE, else to Error. (about_WeComReliability)
    /// </summary>
    [Parameter]
    public FailurePolicy? OnFailure { get; set; }

    /// <summary>
    /// How long a message that waits in the outbox is worth sending, from a second to 90 days. Send-WeComOutbox then sets it aside as
    /// Expired, with a warning, in place of sending it. Defaults to always. (about_WeComReliability)
    /// </summary>
    [Parameter]
    [ValidateDuration]
    public TimeSpan? ExpiresAfter { get; set; }

    private protected override IEnumerable<string?> Secrets => RobotArgument.SecretsIn(Robot);

    /// <summary>What -OnFailure says, or else the environment.</summary>
    private protected FailurePolicy Policy => OnFailure ??= FailurePolicies.FromEnvironment(this);

    private protected void Post(RobotTarget robot, Outgoing outgoing)
    {
        if (Policy == FailurePolicy.Error)
        {
            Deliver(robot, (options, stop) => RobotClient.Shared.SendAsync(robot.Pool, outgoing, options, stop));
            return;
        }

        var name = robot.Name ?? throw OutboxNeedsName();
        var result = Deliver(robot, (options, stop) => OpenOutbox().SendAsync(name, robot.Pool, outgoing, options, ExpiresAfter, stop));
        if (result.Failure is { } failure)
        {
            // The remedy is left out: it would be to send again, and the outbox does that
            WriteWarning(KeptText(result).With(failure.What));
        }
    }

    /// <summary>Keeps it in the outbox, which does not send it before a moment.</summary>
    private protected void Defer(RobotTarget robot, Outgoing outgoing, DateTimeOffset notBefore)
    {
        var result = RunBlocking(robot, (options, stop) => OpenOutbox().DeferAsync(robot.Name!, outgoing, notBefore, ExpiresAfter, options, stop));
        var text = CommandStrings.Deferred.With(robot.Name, notBefore);
        if (DateTimeOffset.UtcNow + ExpiresAfter <= notBefore)
        {
            text = text.Then(CommandStrings.DeferredInVain);
        }

        WriteWarning(result.IsOnThisMachineOnly ? CommandStrings.KeptHere.With(text) : text);
    }

    /// <summary>Does the work for each robot. A robot that cannot be resolved, or whose work fails, is one error, and the next has its turn.</summary>
    /// <param name="target">What the user can send again.</param>
    /// <param name="work">What to do for a robot.</param>
    private protected void ForEachRobot(object? target, Action<RobotTarget> work) => Resolver.ForEach(Robot, work, target);

    /// <summary>Does the work for each robot, and reports failures in another way than as errors.</summary>
    private protected void ForEachRobot(Action<RobotTarget> work, Action<WeComException> report) => Resolver.ForEach(Robot, work, report);

    private protected bool Confirm(RobotTarget robot, string action) => ShouldProcess(robot.Pool.ToString(), action);

    private protected static WeComException OutboxNeedsName() =>
        new(FailureCause.OutboxNeedsName, CommandStrings.OutboxNeedsName, ErrorIds.RemedyFor(FailureCause.OutboxNeedsName));

    private RobotResolver Resolver => _resolver ??= new(this, AllowHttp);

    private static OutboxClient OpenOutbox() => new(RobotClient.Shared, FleetMembership.OpenOutbox());

    private static string KeptText(OutboxResult result) => result.State == OutboxState.Unknown ? CommandStrings.KeptAside
        : result.IsOnThisMachineOnly ? CommandStrings.KeptHere
        : CommandStrings.Kept;
}
