using System;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support;

/// <summary>
/// The one time-out of the tests. They wait for conditions, and only a mistake lets one take this long, as a wait on a virtual clock
/// that nobody moves: the test then fails rather than hang.
/// </summary>
public static class Patience
{
    /// <summary>Long enough for a busy machine that starts many processes.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <exception cref="TimeoutException">The task hangs.</exception>
    public static Task InTimeAsync(this Task task) => task.WaitAsync(Limit);

    /// <exception cref="TimeoutException">The task hangs.</exception>
    public static Task<T> InTimeAsync<T>(this Task<T> task) => task.WaitAsync(Limit);
}
