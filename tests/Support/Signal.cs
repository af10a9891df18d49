using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support;

/// <summary>Says that something changed, so that whoever waits for a condition looks again: nobody has to poll.</summary>
public sealed class Signal
{
    private TaskCompletionSource _next = Create();

    /// <summary>Whoever waits looks again.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, Create()).SetResult();

    /// <summary>Completes as soon as the condition holds.</summary>
    public Task UntilAsync(Func<bool> condition) => UntilAsync(condition, [this], []);

    /// <summary>Completes as soon as the condition holds, which is looked at when a signal is raised or a task ends.</summary>
    public static async Task UntilAsync(Func<bool> condition, IReadOnlyList<Signal> signals, IReadOnlyList<Task> tasks)
    {
        while (true)
        {
            // Taken before the look: what changes after it is not missed
            var changes = signals.Select(signal => signal._next.Task).Concat(tasks.Where(task => !task.IsCompleted)).ToArray();
            if (condition())
            {
                return;
            }

            await Task.WhenAny(changes).InTimeAsync().ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
