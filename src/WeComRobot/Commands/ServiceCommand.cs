using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>The parameters of all cmdlets that call the service: the proxy, the time-out and the retries.</summary>
public abstract class ServiceCommand : WeComCommand
{
    /// <summary>The proxy, such as http://proxy.example.com:8080. Defaults to the one registered for the robot, else to the system's.</summary>
    [Parameter]
    [ValidateNotNull]
    [UrlTransformation]
    public Uri? Proxy { get; set; }

    /// <summary>The user name and password for the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>
    /// How many seconds one post or upload may take, 1 to 3600; waiting for the rate window does not count. If the time runs out
    /// after sending began, the error says that the message may have arrived. Defaults to 100.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = (int)DeliveryOptions.DefaultTimeout.TotalSeconds;

    /// <summary>
    /// How often a post that was not delivered is retried, 0 to 100. The retries follow after about 1, 2, 4 seconds and so on, or
    /// when the service asks for them. A message that was refused, or may have arrived, is not retried. Defaults to 3.
    /// (about_WeComReliability; service.md#error-codes)
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaxRetry { get; set; } = DeliveryOptions.DefaultMaxRetry;

    private protected sealed override bool UsesFleet => true;

    /// <summary>Adds the options that only some of these cmdlets have as parameters.</summary>
    private protected virtual DeliveryOptions Customize(DeliveryOptions options) => options;

    /// <summary>Waits for asynchronous work, with the options from the parameters and the robot's registration.</summary>
    /// <param name="robot">The robot that the work is for.</param>
    /// <param name="work">The work.</param>
    /// <param name="delivered">Called on the pipeline's thread for each message as soon as it is delivered.</param>
    private protected T RunBlocking<T>(
        RobotTarget robot, Func<DeliveryOptions, CancellationToken, Task<T>> work, Action<Receipt>? delivered = null) =>
        RunBlocking((observer, stop) => work(CreateOptions(robot, observer), stop), delivered);

    private DeliveryOptions CreateOptions(RobotTarget robot, IProgress<DeliveryEvent> observer) => Customize(robot.ApplyRegistration(new()
    {
        Observer = observer,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaxRetry = MaxRetry,
        Proxy = Proxy,
        ProxyCredential = ProxyCredential.ToClient(),
    }));
}
