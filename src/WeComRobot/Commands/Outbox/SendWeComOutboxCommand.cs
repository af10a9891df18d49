using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fleet;
using WeComRobot.Outbox;
using WeComRobot.Robots;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>
/// Delivers what -OnFailure Outbox kept, each robot's messages in their order and under its rate window. Several processes
/// may run it at once. (about_WeComReliability)
/// </summary>
[Cmdlet(VerbsCommunications.Send, "WeComOutbox", DefaultParameterSetName = "Robot", SupportsShouldProcess = true)]
[OutputType(typeof(Receipt))]
public sealed class SendWeComOutboxCommand : DeliveryCommand
{
    private readonly List<OutboxItem> _items = [];

    /// <summary>The names of the robots; wildcards are expanded. Defaults to all robots. Messages that may have arrived, or were refused, stay.</summary>
    [Parameter(Position = 0, ParameterSetName = "Robot")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RobotCompleter))]
    public string[] Robot { get; set; } = ["*"];

    /// <summary>The messages themselves, from Get-WeComOutbox, even if they may have arrived: members may then see them twice.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Item")]
    public OutboxItem[] Item { get; set; } = [];

    /// <summary>Sends also what waits for the end of quiet hours.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IEnumerable<string?> Secrets => Robot.Select(RobotName.SecretIn);

    /// <inheritdoc/>
    protected override void ProcessRecord() => _items.AddRange(Item);

    /// <inheritdoc/>
    protected override void EndProcessing() => this.ReportFailures(null, () =>
    {
        var items = ParameterSetName == "Item" ? _items : OutboxSelection.Find(Robot, WriteWarning).Where(item => item.State == OutboxState.Pending);
        foreach (var damaged in _items.Where(item => item.State == OutboxState.Damaged))
        {
            WriteError(ErrorRecords.Create(new(FailureCause.OutboxUnusable, CommandStrings.OutboxDamaged.With(damaged.Id)), damaged.Id));
        }

        foreach (var itemsOfRobot in items.Where(item => item.Message is not null).OrderBy(item => item.Id, StringComparer.Ordinal).GroupBy(item => item.Robot.ToUpperInvariant()))
        {
            DeliverItems([.. itemsOfRobot]);
        }

        foreach (var name in ParameterSetName == "Item" ? [] : AlertSelection.FindHeldBack(Robot, WriteWarning))
        {
            TellHeldBack(name);
        }
    });

    /// <summary>Tells the group of the alerts that were beyond the cap of the hour.</summary>
    private void TellHeldBack(string name) => this.ReportFailures(name, () =>
    {
        var robot = new RobotResolver(this, allowHttp: false).Resolve(new RobotArgument(name));
        if (ShouldProcess(name, CommandStrings.SendHeldBackAction))
        {
            var target = robot.ToAlertTarget(WriteWarning);
            Deliver(robot, async (options, stop) =>
            {
                await AlertSelection.Client.TellHeldBackAsync(target, new() { Delivery = options }, stop).ConfigureAwait(false);
                return true;
            });
        }
    });

    private void DeliverItems(IReadOnlyList<OutboxItem> items) => this.ReportFailures(items[0], () =>
    {
        var name = items[0].Robot;
        OutboxItem[] later = Force ? [] : [.. items.Where(item => !item.IsDue(DateTimeOffset.UtcNow))];
        if (later.Length > 0)
        {
            WriteVerbose(CommandStrings.OutboxNotDue.With(later.Length, name, later.Min(item => item.NotBefore)));
        }

        if (later.Length == items.Count || !ShouldProcess(name, CommandStrings.SendOutboxAction.With(items.Count - later.Length)))
        {
            return;
        }

        var robot = new RobotResolver(this, allowHttp: false).Resolve(new RobotArgument(name));
        var outbox = new OutboxClient(RobotClient.Shared, FleetMembership.OpenOutbox());
        // Without -Item, they are looked up again once no other process delivers them: that one may have put an earlier one back
        var chosen = ParameterSetName == "Item" ? items : null;
        var failures = new List<(WeComException Failure, OutboxItem Item)>();
        // If the outbox itself fails, the failures of messages before that are still reported
        this.ReportFailures(items[0], () =>
        {
            var isOurs = Deliver(
                robot,
                (options, stop) => outbox.DeliverAsync(name, robot.Pool, chosen, (failure, item) => failures.Add((failure, item)), options, Force, stop));
            if (!isOurs)
            {
                WriteWarning(CommandStrings.OutboxBusy.With(name));
            }
        });

        foreach (var (failure, item) in failures)
        {
            WriteError(ErrorRecords.Create(failure, item));
        }
    });
}
