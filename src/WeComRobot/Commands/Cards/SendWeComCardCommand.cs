using System.Management.Automation;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Sends a template card (service.md#template-cards). Each pipeline input is one message.</summary>
[Cmdlet(VerbsCommunications.Send, "WeComCard", SupportsShouldProcess = true)]
[Makes(typeof(CardMessage))]
[OutputType(typeof(Receipt))]
public sealed class SendWeComCardCommand : SendCommand
{
    /// <summary>The card, from New-WeComCard.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    public Card? Card { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Send(new CardMessage { Card = Card });
}
