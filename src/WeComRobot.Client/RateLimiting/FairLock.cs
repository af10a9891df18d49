using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.RateLimiting;

/// <summary>A lock that is granted in the order of the requests; SemaphoreSlim does not promise that.</summary>
internal sealed class FairLock
{
    private readonly LinkedList<TaskCompletionSource<bool>> _queue = new();
    private bool _taken;

    /// <summary>Whether the lock is held now.</summary>
    public bool IsTaken
    {
        get
        {
            lock (_queue)
            {
                return _taken;
            }
        }
    }

    public Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<bool> turn;
        lock (_queue)
        {
            if (!_taken)
            {
                _taken = true;
                return Task.CompletedTask;
            }

            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _queue.AddLast(turn);
        }

        return WaitForTurnAsync(turn, cancellationToken);
    }

    public void Leave()
    {
        lock (_queue)
        {
            if (_queue.First is { } next)
            {
                _queue.RemoveFirst();
                next.Value.SetResult(true);
            }
            else
            {
                _taken = false;
            }
        }
    }

    private async Task WaitForTurnAsync(TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => GiveUp(turn, cancellationToken));
        await turn.Task.ConfigureAwait(false);
    }

    /// <summary>Cancels a request that is still queued. One that has left the queue holds the lock, and its task must succeed.</summary>
    private void GiveUp(TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        lock (_queue)
        {
            if (_queue.Remove(turn))
            {
                turn.TrySetCanceled(cancellationToken);
            }
        }
    }
}
