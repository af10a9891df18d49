using System;
using System.Diagnostics;

namespace WeComRobot.Tests.Support;

/// <summary>Kills a process when that of the tests dies without having done so: a shell notices that by its input, which ends then.</summary>
public sealed class ProcessGuard : IDisposable
{
    private readonly Process _shell;

    /// <param name="process">A server, which would otherwise live on.</param>
    public ProcessGuard(Process process) => _shell = Process.Start(
        new ProcessStartInfo("sh", ["-c", $"read _ || kill -KILL {process.Id}"]) { RedirectStandardInput = true })!;

    /// <summary>The process has ended: whichever gets its id next is not to be killed.</summary>
    public void Dispose()
    {
        _shell.Kill();
        _shell.Dispose();
    }
}
