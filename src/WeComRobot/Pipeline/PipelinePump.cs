using System;
using System.Collections.Concurrent;
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
internal sealed class PipelinePump(PSCmdlet cmdlet, Action<Receipt>? delivered, CancellationToken stop) : IProgress<DeliveryEvent>
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(500);

    private readonly BlockingCollection<DeliveryEvent> _reports = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan? _waitEnds;
    private string _waitText = "";
    private bool _progressShown;

    /// <summary>Runs the work to its end. Ctrl+C returns at once, even if the work does not respond.</summary>
    /// <exception cref="WeComException">What the work threw.</exception>
    public T Run<T>(Func<IProgress<DeliveryEvent>, CancellationToken, Task<T>> work)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var token = abandoned.Token;
        var task = Task.Run(() => work(this, token), CancellationToken.None);
        task.ContinueWith(_ => _reports.CompleteAdding(), TaskScheduler.Default);
        try
        {
            while (!_reports.IsCompleted)
            {
                if (_reports.TryTake(out var what, (int)ProgressInterval.TotalMilliseconds, stop))
                {
                    Show(what);
                }
                else
                {
                    ShowWait();
                }
            }

            return task.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            // Whatever ends this, such as Ctrl+C or -WarningAction Stop, ends the work: nothing may be sent behind the user's back.
            // Ctrl+C must be passed on here, too: it may wake this thread before it reaches the linked source
            abandoned.Cancel();
            if (e is OperationCanceledException && stop.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }

            throw;
        }
        finally
        {
            HideProgress();
        }
    }

    void IProgress<DeliveryEvent>.Report(DeliveryEvent what)
    {
        // After Ctrl+C nobody reads the reports
        if (!stop.IsCancellationRequested)
        {
            _reports.Add(what, CancellationToken.None);
        }
    }

    private void Show(DeliveryEvent what)
    {
        switch (what)
        {
            case DeliveryEvent.Waiting { Left: var left } when left == Timeout.InfiniteTimeSpan:
                cmdlet.WriteVerbose(CommandStrings.Queued);
                _waitEnds = null;
                ShowProgress(CommandStrings.Queued);
                break;
            case DeliveryEvent.Waiting { Left: var left }:
                cmdlet.WriteVerbose(CommandStrings.WaitingVerbose.With(left.TotalSeconds));
                StartWait(left, CommandStrings.Waiting);
                break;
            case DeliveryEvent.TryingAgain again:
                cmdlet.WriteVerbose(again.Reason);
                StartWait(again.Left, CommandStrings.TryingAgain);
                break;
            case DeliveryEvent.Posting:
                _waitEnds = null;
                HideProgress();
                break;
            case DeliveryEvent.Uploading upload:
                ShowProgress(CommandStrings.Uploading.With(upload.Name), percent: (int)(100 * upload.SentBytes / upload.TotalBytes));
                break;
            case DeliveryEvent.Delivered { Receipt: var receipt }:
                delivered?.Invoke(receipt);
                break;
            case DeliveryEvent.Warning { Text: var text }:
                cmdlet.WriteWarning(text);
                break;
            case DeliveryEvent.Verbose { Text: var text }:
                cmdlet.WriteVerbose(text);
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
        cmdlet.WriteProgress(new ProgressRecord(0, CommandStrings.Activity, status)
        {
            PercentComplete = percent,
            SecondsRemaining = secondsLeft,
        });
    }

    private void HideProgress()
    {
        if (_progressShown && !stop.IsCancellationRequested)
        {
            cmdlet.WriteProgress(new ProgressRecord(0, CommandStrings.Activity, CommandStrings.Done) { RecordType = ProgressRecordType.Completed });
        }

        _progressShown = false;
    }
}
