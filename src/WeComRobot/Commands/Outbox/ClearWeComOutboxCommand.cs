using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Fleet;
using WeComRobot.Outbox;
using WeComRobot.Robots;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>Removes messages from the outbox: nobody will ever see them. Those that a process is sending at the moment stay.</summary>
[Cmdlet(VerbsCommon.Clear, "WeComOutbox", DefaultParameterSetName = "Robot", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class ClearWeComOutboxCommand : WeComCommand
{
    /// <summary>The names of the robots; wildcards are expanded. Defaults to all robots.</summary>
    [Parameter(Position = 0, ParameterSetName = "Robot")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RobotCompleter))]
    public string[] Robot { get; set; } = ["*"];

    /// <summary>The messages themselves, from Get-WeComOutbox.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Item")]
    public OutboxItem[] Item { get; set; } = [];

    private protected override IEnumerable<string?> Secrets => Robot.Select(RobotName.SecretIn);

    private protected override bool UsesFleet => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        this.ReportFailures(null, () =>
        {
            Remove(ParameterSetName == "Item" ? Item : OutboxSelection.Find(Robot, WriteWarning));
        });
    }

    private void Remove(IEnumerable<OutboxItem> items)
    {
        var outbox = FleetMembership.OpenOutbox();
        foreach (var item in items.Where(item => item.State != OutboxState.Sending))
        {
            if (ShouldProcess(CommandStrings.OutboxTarget.With(item.MessageType, item.Robot, item.CreatedAt, item.Id), CommandStrings.ClearAction))
            {
                outbox.Remove(item);
            }
        }
    }
}
