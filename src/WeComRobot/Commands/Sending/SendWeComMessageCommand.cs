using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fitting;

namespace WeComRobot.Commands;

/// <summary>
/// Sends any message: a message object, such as the target of a delivery error, or an official payload (service.md#message-types).
/// </summary>
[Cmdlet(VerbsCommunications.Send, "WeComMessage", SupportsShouldProcess = true)]
[OutputType(typeof(Receipt))]
public sealed class SendWeComMessageCommand : SendCommand
{
    /// <summary>
    /// A message, card or article object, the error of a delivery that failed, or the official payload as JSON text, hashtable
    /// or custom object. It is checked against the same rules as a typed message; a field that the message type does not have is
    /// an error.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public object? Message { get; set; }

    /// <summary>Sends the message as it is. Without it, its texts are cleaned of what is meant for a terminal, and its mentions are tidied.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.ReportFailures(Message, () => Send(OverflowPlan.For(PayloadReader.ReadAll(Message), Raw)));
}
