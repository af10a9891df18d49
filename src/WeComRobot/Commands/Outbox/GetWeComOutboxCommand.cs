using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Outbox;
using WeComRobot.Robots;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>Lists the messages that could not be delivered, in the order of sending, with what is known about each. Sends nothing.</summary>
[Cmdlet(VerbsCommon.Get, "WeComOutbox")]
[OutputType(typeof(OutboxItem))]
public sealed class GetWeComOutboxCommand : WeComCommand
{
    /// <summary>The names of the robots; wildcards are expanded. Defaults to all robots.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RobotCompleter))]
    public string[] Robot { get; set; } = ["*"];

    /// <summary>Only messages in these states: Pending, Sending, Unknown, Refused, Expired, Damaged. (about_WeComReliability)</summary>
    [Parameter]
    public OutboxState[]? State { get; set; }

    private protected override IEnumerable<string?> Secrets => Robot.Select(RobotName.SecretIn);

    private protected override bool UsesFleet => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        this.ReportFailures(null, () =>
        {
            WriteObject(OutboxSelection.Find(Robot, WriteWarning).Where(item => State?.Contains(item.State) != false), enumerateCollection: true);
        });
    }
}
