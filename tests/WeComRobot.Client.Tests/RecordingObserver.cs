using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;

namespace WeComRobot.Client.Tests;

/// <summary>Keeps what it hears.</summary>
internal sealed class RecordingObserver : IProgress<DeliveryEvent>
{
    private bool _hasWaited;
    private int _postings;

    /// <summary>Is raised when a wait, a post or a delivery was reported.</summary>
    public Signal Changed { get; } = new();

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public ConcurrentQueue<(TimeSpan Wait, string Reason)> Retries { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<string> Verboses { get; } = new();

    public ConcurrentQueue<(string Name, long Sent, long Total)> Uploads { get; } = new();

    public ConcurrentQueue<Receipt> Receipts { get; } = new();

    public int Postings => Volatile.Read(ref _postings);

    /// <summary>Whether a wait was the last that it heard of, and not a post.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Completes with the first wait.</summary>
    public Task UntilWaitingAsync() => Changed.UntilAsync(() => _hasWaited);

    public void Report(DeliveryEvent value)
    {
        switch (value)
        {
            case DeliveryEvent.Waiting wait:
                Waits.Enqueue(wait.Left);
                NoteWait();
                break;
            case DeliveryEvent.TryingAgain again:
                Retries.Enqueue((again.Left, again.Reason));
                NoteWait();
                break;
            case DeliveryEvent.Posting:
                IsWaiting = false;
                Interlocked.Increment(ref _postings);
                Changed.Raise();
                break;
            case DeliveryEvent.Uploading upload:
                Uploads.Enqueue((upload.Name, upload.SentBytes, upload.TotalBytes));
                break;
            case DeliveryEvent.Delivered delivered:
                Receipts.Enqueue(delivered.Receipt);
                Changed.Raise();
                break;
            case DeliveryEvent.Warning warning:
                Warnings.Enqueue(warning.Text);
                break;
            case DeliveryEvent.Verbose verbose:
                Verboses.Enqueue(verbose.Text);
                break;
        }
    }

    private void NoteWait()
    {
        _hasWaited = IsWaiting = true;
        Changed.Raise();
    }
}
