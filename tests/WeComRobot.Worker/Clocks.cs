using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Worker;

/// <summary>Says what the process's clocks show, and how long it waits when it means to wait 300 ms.</summary>
internal static class Clocks
{
    private const int Milliseconds = 300;

    public static async Task ShowAsync(Steps steps)
    {
        steps.Say($"wall {DateTime.UtcNow.Ticks}");
        steps.Say($"timestamp {Stopwatch.GetTimestamp()}");
        foreach (var (name, wait) in new (string, Func<Task>)[]
        {
            ("timer", () => Task.Delay(Milliseconds)),
            ("thread", () => Task.Run(() => Thread.Sleep(Milliseconds))),
            ("lock", () => Task.Run(() => new SemaphoreSlim(0).Wait(Milliseconds))),
        })
        {
            var began = Stopwatch.GetTimestamp();
            await wait();
            steps.Say($"waited {name} {Stopwatch.GetElapsedTime(began).Ticks}");
        }
    }
}
