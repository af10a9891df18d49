using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;

namespace WeComRobot.Pipeline;

/// <summary>
/// The one boundary between async and the pipeline (architecture.md#one-async-boundary): runs work on another thread, and writes what
/// it reports on the pipeline's thread, the only one that may write.
/// </summary>
internal sealed class PipelinePump : IProgress<DeliveryEvent>
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(500);

    private readonly Queue<DeliveryEvent> _reports = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly PSCmdlet _cmdlet;
    private readonly CancellationTokenSource _stop;
    private readonly bool _isVerbose;
    private bool _hasNews;
    private Action<Receipt>? _delivered;
    private TimeSpan? _waitEnds;
    private string _waitText = "";
    private bool _progressShown;

    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="stop">Cancelled by Ctrl+C, and by whatever else ends the cmdlet.</param>
    public PipelinePump(PSCmdlet cmdlet, CancellationTokenSource stop)
    {
        _cmdlet = cmdlet;
        _stop = stop;
        _isVerbose = IsVerbose(cmdlet);
        stop.Token.Register(Wake);
    }

    /// <summary>Runs the work to its end. Ctrl+C returns at once, even if the work does not respond.</summary>
    /// <param name="work">The work.</param>
    /// <param name="delivered">Called on the pipeline's thread for each message as soon as it is delivered.</param>
    /// <exception cref="WeComException">What the work threw.</exception>
    public T Run<T>(Func<IProgress<DeliveryEvent>, CancellationToken, Task<T>> work, Action<Receipt>? delivered)
    {
        _delivered = delivered;
        _waitEnds = null;
        ClearReports();
        var task = Task.Run(() => work(this, _stop.Token), CancellationToken.None);
        task.ContinueWith((_, pump) => ((PipelinePump)pump!).Wake(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            ShowUntilDone(task);
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            HideProgress();
        }
    }

    /// <summary>
    /// Whether verbose texts may be shown: -Debug shows them, too. It is looked up once, because PowerShell would search its scopes
    /// anew for each text.
    /// </summary>
    private static bool IsVerbose(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.ContainsKey("Verbose") || cmdlet.MyInvocation.BoundParameters.ContainsKey("Debug")
        || cmdlet.GetVariableValue("VerbosePreference") is not ActionPreference.SilentlyContinue;

    void IProgress<DeliveryEvent>.Report(DeliveryEvent what)
    {
        // After Ctrl+C nobody reads the reports
        if (_stop.IsCancellationRequested || !IsShown(what))
        {
            return;
        }

        lock (_reports)
        {
            _reports.Enqueue(what);
        }

        // The rest can wait for the next interval or the end: each wake of the pipeline's thread delays a fast post
        if (what is DeliveryEvent.Waiting or DeliveryEvent.TryingAgain or DeliveryEvent.Delivered or DeliveryEvent.Warning)
        {
            Wake();
        }
    }

    private bool IsShown(DeliveryEvent what) => what switch
    {
        DeliveryEvent.Delivered => _delivered is not null,
        DeliveryEvent.Verbose => _isVerbose,
        _ => true,
    };

    private void Wake()
    {
        lock (_reports)
        {
            _hasNews = true;
            Monitor.Pulse(_reports);
        }
    }

    private bool WaitForNews()
    {
        lock (_reports)
        {
            var hasNews = _hasNews || Monitor.Wait(_reports, ProgressInterval);
            _hasNews = false;
            return hasNews;
        }
    }

    /// <summary>What an upload reports after its answer has come must not show in the next call.</summary>
    private void ClearReports()
    {
        lock (_reports)
        {
            _reports.Clear();
        }
    }

    private void ShowUntilDone(Task task)
    {
        try
        {
            for (var isDone = false; !isDone;)
            {
                var hasNews = WaitForNews();
                _stop.Token.ThrowIfCancellationRequested();

                // Looked at before the reports are shown: then none is left
                isDone = task.IsCompleted;
                ShowReports();
                if (!hasNews)
                {
                    ShowWait();
                }
            }
        }
        catch
        {
            // Whatever ends this, such as Ctrl+C or -WarningAction Stop, ends the work: nothing may be sent behind the user's back
            _stop.Cancel();
            throw;
        }
    }

    private void ShowReports()
    {
        while (TryTake() is { } what)
        {
            Show(what);
        }
    }

    private DeliveryEvent? TryTake()
    {
        lock (_reports)
        {
            return _reports.Count > 0 ? _reports.Dequeue() : null;
        }
    }

    private void Show(DeliveryEvent what)
    {
        switch (what)
        {
            case DeliveryEvent.Waiting { Left: var left } when left == Timeout.InfiniteTimeSpan:
                _cmdlet.WriteVerbose(CommandStrings.Queued);
                _waitEnds = null;
                ShowProgress(CommandStrings.Queued);
                break;
            case DeliveryEvent.Waiting { Left: var left }:
                _cmdlet.WriteVerbose(CommandStrings.WaitingVerbose.With(left.TotalSeconds));
                StartWait(left, CommandStrings.Waiting);
                break;
            case DeliveryEvent.TryingAgain again:
                _cmdlet.WriteVerbose(again.Reason);
                StartWait(again.Left, CommandStrings.TryingAgain);
                break;
            case DeliveryEvent.Posting:
                _waitEnds = null;
                HideProgress();
                break;
            case DeliveryEvent.Uploading upload:
                _waitEnds = null;
                ShowProgress(CommandStrings.Uploading.With(upload.Name), percent: (int)(100 * upload.SentBytes / upload.TotalBytes));
                break;
            case DeliveryEvent.Delivered { Receipt: var receipt }:
                _delivered?.Invoke(receipt);
                break;
            case DeliveryEvent.Warning { Text: var text }:
                _cmdlet.WriteWarning(text);
                break;
            case DeliveryEvent.Verbose { Text: var text }:
                _cmdlet.WriteVerbose(text);
                break;
        }
    }

    private void StartWait(TimeSpan left, string text)
    {
        _waitEnds = _clock.Elapsed + left;
        _waitText = text;
        ShowWait();
    }

    private void ShowWait()
    {
        if (_waitEnds is { } end)
        {
            var seconds = (int)Math.Ceiling(Math.Max(0, (end - _clock.Elapsed).TotalSeconds));
            ShowProgress(_waitText.With(seconds), secondsLeft: seconds);
        }
    }

    /// <summary>Makes a new record each time, because hosts and other readers keep them.</summary>
    private void ShowProgress(string status, int percent = -1, int secondsLeft = -1)
    {
        _progressShown = true;
        _cmdlet.WriteProgress(new ProgressRecord(0, CommandStrings.Activity, status)
        {
            PercentComplete = percent,
            SecondsRemaining = secondsLeft,
        });
    }

    private void HideProgress()
    {
        if (_progressShown && !_stop.IsCancellationRequested)
        {
            _cmdlet.WriteProgress(new ProgressRecord(0, CommandStrings.Activity, CommandStrings.Done) { RecordType = ProgressRecordType.Completed });
        }

        _progressShown = false;
    }
}
