using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Media;

namespace WeComRobot.Commands;

/// <summary>What all cmdlets that talk to a robot share: which one, how long, Ctrl+C, and errors that leave the pipeline running.</summary>
public abstract class RobotCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>
    /// The robots, one or several: names from Register-WeComRobot, webhook URLs, keys, either as a SecureString, or what
    /// Get-WeComRobot gives. Without it the default robot, else the environment variable WECOM_ROBOT names it. The key is never
    /// shown; plain text at a prompt stays in the shell's own history, so prefer a name. (group-robot-api.md, 如何使用群机器人)
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RobotCompleter))]
    [RobotTransformation]
    public RobotArgument[]? Robot { get; set; }

    /// <summary>The proxy on the way, as http://proxy.example.com:8080; the robot's registered one, else the system's, where not given.</summary>
    [Parameter]
    [ValidateNotNull]
    [UrlTransformation]
    public Uri? Proxy { get; set; }

    /// <summary>Who signs in at the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Allows plain http to another machine for a webhook given itself: everybody on the way can then read its key.</summary>
    [Parameter]
    public SwitchParameter AllowHttp { get; set; }

    /// <summary>
    /// How many seconds one post or upload may take, 1 to 3600; 100 where not given. Waiting for the rate window does not
    /// count. When time runs out after sending began, the error says that the message may have arrived.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = (int)DeliveryOptions.DefaultTimeout.TotalSeconds;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing() => InvocationScrubber.Scrub(MyInvocation, [.. (Robot ?? []).Select(robot => robot.Secret)]);

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Does one input's work; its failure is one error, and the next input has its turn.</summary>
    /// <param name="target">What the user can send again.</param>
    /// <param name="work">The work.</param>
    private protected void Attempt(object? target, Action work)
    {
        try
        {
            work();
        }
        catch (WeComException failure)
        {
            WriteError(ErrorRecords.Of(failure, target));
        }
    }

    /// <summary>Does one file's work after the other; a path or file that fails is one error.</summary>
    private protected void AttemptFiles(string[] path, string[] literalPath, Action<string> work)
    {
        foreach (var input in InputPath.All(path, literalPath))
        {
            Attempt(input.Target, () =>
            {
                foreach (var file in input.Resolve(this))
                {
                    Attempt(InputPath.ForAnotherTry(file), () => work(file));
                }
            });
        }
    }

    /// <summary>Does the work for each robot; one that is not to be had, or fails, is one error, and the next has its turn.</summary>
    /// <param name="target">What the user can send again.</param>
    /// <param name="work">The work.</param>
    private protected void ForEachRobot(object? target, Action<RobotTarget> work) => Attempt(target, () =>
    {
        var resolver = new RobotResolver(this, AllowHttp);
        foreach (var robot in resolver.Meant(Robot))
        {
            Attempt(target, () => work(resolver.Resolve(robot)));
        }
    });

    private protected bool Confirm(RobotTarget robot, string action) => ShouldProcess(robot.Address.ToString(), action);

    /// <summary>Off the pipeline's thread: a path can hang, as of a share that is gone, and Ctrl+C must still work.</summary>
    private protected T InBackground<T>(Func<T> work) =>
        new PipelinePump(this, null, _stop.Token).Run((_, _) => Task.FromResult(work()));

    private protected UploadedMedia Upload(RobotTarget robot, MediaFile file) =>
        Await(robot, (options, stop) => RobotClient.Shared.UploadAsync(robot.Address, file, options, stop));

    /// <param name="robot">For which robot.</param>
    /// <param name="work">The work.</param>
    /// <param name="delivered">Hears, on the pipeline's thread, of each message as soon as it is delivered.</param>
    private protected T Await<T>(
        RobotTarget robot, Func<DeliveryOptions, CancellationToken, Task<T>> work, Action<Receipt>? delivered = null) =>
        new PipelinePump(this, delivered, _stop.Token).Run((observer, stop) => work(
            robot.Complete(new DeliveryOptions
            {
                Observer = observer,
                Timeout = TimeSpan.FromSeconds(TimeoutSec),
                Proxy = Proxy,
                ProxyCredential = ProxyCredential.ToClient(),
            }),
            stop));
}
