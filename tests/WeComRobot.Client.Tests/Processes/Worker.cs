using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>A running tests/WeComRobot.Worker, and the lines that it has written.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Signal _lineCame = new();
    private readonly Task _reading;
    private readonly Task<string> _errors;

    private Worker(Process process)
    {
        _process = process;
        _reading = ReadAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it has written so far, without "ready".</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines.Skip(1)];
            }
        }
    }

    /// <summary>Starts one, and waits until it could begin.</summary>
    public static async Task<Worker> StartAsync(params object[] arguments)
    {
        var dll = BuiltProgram.PathOf("WeComRobot.Worker", "net10.0", "WeComRobot.Worker.dll");
        string[] words = [dll, .. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)!)];
        var start = new ProcessStartInfo("dotnet", words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var worker = new Worker(Process.Start(start)!);
        return await worker.UntilAsync("ready") ? worker : throw new InvalidOperationException(await worker.EndAsync());
    }

    /// <summary>Lets it begin.</summary>
    public void Go() => _process.StandardInput.WriteLine();

    /// <summary>Waits until it holds at the step that it was told to.</summary>
    public async Task UntilHeldAsync() => Assert.True(await UntilAsync("held"), $"It ended: {string.Join('\n', Lines)}");

    /// <summary>SIGKILL: nothing of it runs any further.</summary>
    /// <returns>Whether it was still at work.</returns>
    public async Task<bool> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().InTimeAsync();
        await _reading;
        return _process.ExitCode != 0;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>What it wrote to its error output.</returns>
    public async Task<string> EndAsync()
    {
        await _process.WaitForExitAsync().InTimeAsync();
        await _reading;
        return await _errors;
    }

    /// <summary>Waits for its end, which must be a good one.</summary>
    public async Task EndWellAsync()
    {
        Assert.Equal("", await EndAsync());
        Assert.Equal(0, _process.ExitCode);
        Assert.Equal("done", Lines[^1]);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Waits until it has written that line.</summary>
    /// <returns>Whether it did; false if it ended before.</returns>
    private async Task<bool> UntilAsync(string line)
    {
        bool IsWritten()
        {
            lock (_lines)
            {
                return _lines.Contains(line);
            }
        }

        await Signal.UntilAsync(() => IsWritten() || _reading.IsCompleted, [_lineCame], [_reading]);
        return IsWritten();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }

            _lineCame.Raise();
        }
    }
}
