using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support;

/// <summary>Makes processes see a wall clock that is wrong, by Debian's libfaketime.</summary>
public static class WrongClock
{
    /// <summary>The environment of a .NET process whose wall clock is wrong, and all of whose waits and timestamps are right.</summary>
    /// <param name="skew">By how much it is fast.</param>
    public static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(TimeSpan skew) => new Dictionary<string, string>
    {
        // The program faketime starts a child and stays its parent, so that a kill would meet the wrong one of the two
        ["LD_PRELOAD"] = await FindLibraryAsync(),
        ["FAKETIME"] = $"{skew.TotalSeconds:+0;-0}s",
        // All that .NET does at an interval is by this clock. With the second variable left out, libfaketime 0.9.10 takes the moments of
        // this clock for those of the wall clock, and no wait lasts at all
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
    };

    /// <summary>Removes what the library leaves in shared memory when its process is killed, where it would be in the way of the next of that id.</summary>
    public static void CleanUp(int processId)
    {
        File.Delete($"/dev/shm/faketime_shm_{processId}");
        File.Delete($"/dev/shm/sem.faketime_sem_{processId}");
    }

    // The program knows where the library is on this system
    private static async Task<string> FindLibraryAsync() => (await Tool.RunAsync("faketime", "-f", "+0s", "printenv", "LD_PRELOAD")).Output.Trim();
}
