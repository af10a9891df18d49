using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fleet;
using WeComRobot.Pipeline;

namespace WeComRobot.Commands;

/// <summary>
/// The base of all cmdlets: their errors show no key, Ctrl+C cancels their work, and asynchronous work runs off the pipeline's
/// thread.
/// </summary>
public abstract class WeComCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private PipelinePump? _pump;

    // The library's advice, in words that name cmdlets and parameters
    static WeComCommand() => Advice.OwnWords = name => CommandStrings.ResourceManager.GetString(name, CommandStrings.Culture);

    /// <summary>Arguments to mask in the line that errors quote, even if they do not look like keys.</summary>
    private protected virtual IEnumerable<string?> Secrets => [];

    /// <summary>Whether it uses what the machines of a fleet share.</summary>
    private protected virtual bool UsesFleet => false;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        // Errors and warnings quote the line that they come from, and any statement on that line may hold a key
        InvocationScrubber.Scrub(MyInvocation, [.. Secrets, .. FleetMembership.Secrets]);
        if (UsesFleet)
        {
            FleetMembership.FollowEnvironment(WriteWarning);
        }

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
    /// <param name="delivered">Called on the pipeline's thread for each message as soon as it is delivered.</param>
    private protected T RunBlocking<T>(Func<IProgress<DeliveryEvent>, CancellationToken, Task<T>> work, Action<Receipt>? delivered = null) =>
        (_pump ??= new(this, _stop)).Run(work, delivered);

    /// <summary>Runs file access off the pipeline's thread: a path can hang, for example on a share that is gone, and Ctrl+C must still work.</summary>
    private protected T RunBlocking<T>(Func<T> work) => RunBlocking((_, _) => Task.FromResult(work()));
}
