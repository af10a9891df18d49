using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>One run of redis-server.</summary>
internal sealed class RedisProcess : IDisposable
{
    private readonly Process _process;
    private readonly ProcessLines _log;
    private readonly ProcessGuard _guard;

    private RedisProcess(Process process) => (_process, _log, _guard) = (process, new(process.StandardOutput), new(process));

    /// <summary>Starts one.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="ready">What it logs when it is ready.</param>
    /// <returns>Null if its port is taken.</returns>
    public static async Task<RedisProcess?> StartAsync(IEnumerable<string> arguments, string ready)
    {
        // It logs to its output, and reads no file of configuration
        var start = new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true };
        var server = new RedisProcess(Process.Start(start)!);
        if (await server.UntilLoggedAsync(ready))
        {
            return server;
        }

        server.Dispose();
        return server._log.Written.Any(line => line.Contains("Address already in use", StringComparison.Ordinal))
            ? null
            : throw new InvalidOperationException(string.Join('\n', server._log.Written));
    }

    /// <summary>Waits until it has logged that.</summary>
    /// <returns>Whether it did; false if it ended before.</returns>
    public Task<bool> UntilLoggedAsync(string text) => _log.UntilAsync(lines => lines.Any(line => line.Contains(text, StringComparison.Ordinal)));

    public void Pause() => _process.Pause();

    public void Resume() => _process.Resume();

    /// <summary>SIGKILL, also if it is paused.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _guard.Dispose();
        _process.Dispose();
    }
}
