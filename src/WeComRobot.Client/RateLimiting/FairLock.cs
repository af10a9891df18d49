using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.RateLimiting;

/// <summary>A lock that is passed on in the order of asking; SemaphoreSlim does not promise that.</summary>
internal sealed class FairLock
{
    private readonly LinkedList<TaskCompletionSource<bool>> _queue = new();
    private bool _taken;

    /// <summary>Whether somebody has it now.</summary>
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

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<bool> turn;
        lock (_queue)
        {
            if (!_taken)
            {
                _taken = true;
                return;
            }

            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _queue.AddLast(turn);
        }

        using var registration = cancellationToken.Register(() => GiveUp(turn, cancellationToken));
        await turn.Task.ConfigureAwait(false);
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

    /// <summary>Whoever already left the queue has the lock and must keep it.</summary>
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
