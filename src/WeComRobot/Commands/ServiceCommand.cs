using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Pipeline;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>What all cmdlets that talk to the service share: the way there, how long and how often, Ctrl+C, and errors that leave the pipeline running.</summary>
public abstract class ServiceCommand : WeComCommand, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The proxy on the way, as http://proxy.example.com:8080; the robot's registered one, else the system's, where not given.</summary>
    [Parameter]
    [ValidateNotNull]
    [UrlTransformation]
    public Uri? Proxy { get; set; }

    /// <summary>Who signs in at the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>
    /// How many seconds one post or upload may take, 1 to 3600; 100 where not given. Waiting for the rate window does not
    /// count. When time runs out after sending began, the error says that the message may have arrived.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = (int)DeliveryOptions.DefaultTimeout.TotalSeconds;

    /// <summary>
    /// How often a post that was not delivered is tried again, 0 to 100; 3 where not given. It waits about 1, 2, 4 seconds and
    /// so on, or as long as the service asks. A message that is refused, or may have arrived, is not tried again.
    /// (about_WeComReliability; server-behaviour.md, "Error codes")
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaxRetry { get; set; } = DeliveryOptions.DefaultMaxRetry;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Adds what only some of the cmdlets have.</summary>
    private protected virtual DeliveryOptions Detail(DeliveryOptions options) => options;

    /// <summary>Off the pipeline's thread: a path can hang, as of a share that is gone, and Ctrl+C must still work.</summary>
    private protected T InBackground<T>(Func<T> work) =>
        new PipelinePump(this, null, _stop.Token).Run((_, _) => Task.FromResult(work()));

    /// <param name="robot">For which robot.</param>
    /// <param name="work">The work.</param>
    /// <param name="delivered">Hears, on the pipeline's thread, of each message as soon as it is delivered.</param>
    private protected T Await<T>(
        RobotTarget robot, Func<DeliveryOptions, CancellationToken, Task<T>> work, Action<Receipt>? delivered = null) =>
        new PipelinePump(this, delivered, _stop.Token).Run((observer, stop) => work(
            Detail(robot.Complete(new DeliveryOptions
            {
                Observer = observer,
                Timeout = TimeSpan.FromSeconds(TimeoutSec),
                MaxRetry = MaxRetry,
                Proxy = Proxy,
                ProxyCredential = ProxyCredential.ToClient(),
            })),
            stop));
}
