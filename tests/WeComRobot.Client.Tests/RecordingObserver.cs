using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;

namespace WeComRobot.Client.Tests;

/// <summary>Keeps what it hears.</summary>
internal sealed class RecordingObserver : IDeliveryObserver
{
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _postings;

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
    public Task UntilWaitingAsync() => _waiting.Task.InTimeAsync();

    public void Waiting(TimeSpan left)
    {
        Waits.Enqueue(left);
        IsWaiting = true;
        _waiting.TrySetResult();
    }

    public void TryingAgain(TimeSpan left, string reason)
    {
        Retries.Enqueue((left, reason));
        IsWaiting = true;
        _waiting.TrySetResult();
    }

    public void Posting()
    {
        IsWaiting = false;
        Interlocked.Increment(ref _postings);
    }

    public void Uploading(string name, long sentBytes, long totalBytes) => Uploads.Enqueue((name, sentBytes, totalBytes));

    public void Delivered(Receipt receipt) => Receipts.Enqueue(receipt);

    public void Warning(string text) => Warnings.Enqueue(text);

    public void Verbose(string text) => Verboses.Enqueue(text);
}
