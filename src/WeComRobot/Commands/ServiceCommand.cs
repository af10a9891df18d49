using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>The parameters of all cmdlets that talk to the service: the way there, how long and how often.</summary>
public abstract class ServiceCommand : WeComCommand
{
    /// <summary>The proxy on the way, as http://proxy.example.com:8080. Defaults to the robot's registered one, else the system's.</summary>
    [Parameter]
    [ValidateNotNull]
    [UrlTransformation]
    public Uri? Proxy { get; set; }

    /// <summary>Who signs in at the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>
    /// How many seconds one post or upload may take, 1 to 3600. Waiting for the rate window does not count. When time runs out
    /// after sending began, the error says that the message may have arrived. Defaults to 100.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = (int)DeliveryOptions.DefaultTimeout.TotalSeconds;

    /// <summary>
    /// How often a post that was not delivered is tried again, 0 to 100. It waits about 1, 2, 4 seconds and so on, or as long as
    /// the service asks. A message that is refused, or may have arrived, is not tried again. Defaults to 3.
    /// (about_WeComReliability; service.md#error-codes)
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaxRetry { get; set; } = DeliveryOptions.DefaultMaxRetry;

    /// <summary>Adds the options of parameters that only some of the cmdlets have.</summary>
    private protected virtual DeliveryOptions Customize(DeliveryOptions options) => options;

    /// <summary>Waits for asynchronous work with the options that the parameters and the robot's registration give.</summary>
    /// <param name="robot">For which robot.</param>
    /// <param name="work">The work.</param>
    /// <param name="delivered">Hears, on the pipeline's thread, of each message as soon as it is delivered.</param>
    private protected T RunBlocking<T>(
        RobotTarget robot, Func<DeliveryOptions, CancellationToken, Task<T>> work, Action<Receipt>? delivered = null) =>
        RunBlocking(
            (observer, stop) => work(
                Customize(robot.ApplyRegistration(new DeliveryOptions
                {
                    Observer = observer,
                    Timeout = TimeSpan.FromSeconds(TimeoutSec),
                    MaxRetry = MaxRetry,
                    Proxy = Proxy,
                    ProxyCredential = ProxyCredential.ToClient(),
                })),
                stop),
            delivered);
}
