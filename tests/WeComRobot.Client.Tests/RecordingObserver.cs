using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;

namespace WeComRobot.Client.Tests;

/// <summary>Keeps what it hears.</summary>
internal sealed class RecordingObserver : IDeliveryObserver
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

    public void Waiting(TimeSpan left)
    {
        Waits.Enqueue(left);
        Wait();
    }

    public void TryingAgain(TimeSpan left, string reason)
    {
        Retries.Enqueue((left, reason));
        Wait();
    }

    public void Posting()
    {
        IsWaiting = false;
        Interlocked.Increment(ref _postings);
        Changed.Raise();
    }

    public void Uploading(string name, long sentBytes, long totalBytes) => Uploads.Enqueue((name, sentBytes, totalBytes));

    public void Delivered(Receipt receipt)
    {
        Receipts.Enqueue(receipt);
        Changed.Raise();
    }

    public void Warning(string text) => Warnings.Enqueue(text);

    public void Verbose(string text) => Verboses.Enqueue(text);

    private void Wait()
    {
        _hasWaited = IsWaiting = true;
        Changed.Raise();
    }
}
