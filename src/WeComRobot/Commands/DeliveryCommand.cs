using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>The parameters of all cmdlets that deliver messages: receipts, and whether a message may be posted twice.</summary>
public abstract class DeliveryCommand : ServiceCommand
{
    /// <summary>Writes a receipt for each message that the service accepted: robot, type, part, time, how long it waited, and media id.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Retries a post even if it may have arrived, for example after a time-out. Members may then see the message twice, because
    /// the service has no id by which it could recognise the second post. (service.md#no-idempotency-key)
    /// </summary>
    [Parameter]
    public SwitchParameter AtLeastOnce { get; set; }

    private protected sealed override DeliveryOptions Customize(DeliveryOptions options) => AtLeastOnce ? options with { AtLeastOnce = true } : options;

    /// <summary>Waits for a delivery, and writes its receipts with -PassThru.</summary>
    private protected T Deliver<T>(RobotTarget robot, Func<DeliveryOptions, CancellationToken, Task<T>> work) =>
        RunBlocking(robot, work, PassThru ? WriteObject : null);
}
