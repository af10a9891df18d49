using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Pipeline;

namespace WeComRobot.Commands;

/// <summary>
/// The base of all cmdlets: no error of theirs shows a key, Ctrl+C ends what they do, and asynchronous work runs off the
/// pipeline's thread.
/// </summary>
public abstract class WeComCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    // What the library advises, the module's users read with the names of cmdlets and parameters
    static WeComCommand() => Advice.OwnWords = name => CommandStrings.ResourceManager.GetString(name, CommandStrings.Culture);

    /// <summary>Arguments that must not show, even if they do not look like a key.</summary>
    private protected virtual IEnumerable<string?> Secrets => [];

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        // Errors and warnings quote the line that they come from, and another statement on that line may hold a key
        InvocationScrubber.Scrub(MyInvocation, [.. Secrets]);
        Begin();
    }

    /// <summary>Prepares for the first input.</summary>
    private protected virtual void Begin()
    {
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Releases what the cmdlet holds, also when the pipeline was stopped before its end.</summary>
    protected virtual void Dispose(bool disposing) => _stop.Dispose();

    /// <summary>Waits for asynchronous work, which Ctrl+C cancels, and writes what it reports.</summary>
    /// <param name="work">The work.</param>
    /// <param name="delivered">Hears, on the pipeline's thread, of each message as soon as it is delivered.</param>
    private protected T RunBlocking<T>(Func<IProgress<DeliveryEvent>, CancellationToken, Task<T>> work, Action<Receipt>? delivered = null) =>
        new PipelinePump(this, delivered, _stop.Token).Run(work);

    /// <summary>Off the pipeline's thread: a path can hang, such as one of a share that is gone, and Ctrl+C must still work.</summary>
    private protected T RunBlocking<T>(Func<T> work) => RunBlocking((_, _) => Task.FromResult(work()));
}
