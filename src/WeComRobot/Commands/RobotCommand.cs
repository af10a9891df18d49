using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Robots;

namespace WeComRobot.Commands;

/// <summary>What all cmdlets that talk to a robot share: which one, how long, Ctrl+C, and errors that leave the pipeline running.</summary>
public abstract class RobotCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>
    /// The robot: its webhook URL, its key, or either as a SecureString. Without it the environment variable WECOM_ROBOT
    /// names it. Only https is allowed, and http to this machine itself. The key is never shown; plain text at a prompt
    /// stays in the shell's own history, so prefer a SecureString or the variable. (group-robot-api.md, 如何使用群机器人)
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RobotCompleter))]
    [RobotTransformation]
    public RobotArgument? Robot { get; set; }

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
    protected override void BeginProcessing() => InvocationScrubber.Scrub(MyInvocation, Robot?.Text);

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

    private protected WebhookAddress ResolveRobot() => (Robot ?? RobotArgument.FromEnvironment()).Resolve();

    private protected bool Confirm(WebhookAddress robot, string action) => ShouldProcess(robot.ToString(), action);

    /// <summary>Off the pipeline's thread: a path can hang, as of a share that is gone, and Ctrl+C must still work.</summary>
    private protected T InBackground<T>(Func<T> work) => Await((_, _) => Task.FromResult(work()));

    /// <param name="work">The work.</param>
    /// <param name="delivered">Hears, on the pipeline's thread, of each message as soon as it is delivered.</param>
    private protected T Await<T>(Func<DeliveryOptions, CancellationToken, Task<T>> work, Action<Receipt>? delivered = null) =>
        new PipelinePump(this, delivered, _stop.Token).Run((observer, stop) =>
            work(new DeliveryOptions { Observer = observer, Timeout = TimeSpan.FromSeconds(TimeoutSec) }, stop));
}
