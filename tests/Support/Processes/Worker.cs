using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support;

/// <summary>A running tests/WeComRobot.Worker, and the lines that it has written.</summary>
public sealed class Worker : IDisposable
{
    private const string Ready = "ready";

    private readonly Process _process;
    private readonly ProcessLines _output;
    private readonly Task<string> _errors;

    private Worker(Process process)
    {
        _process = process;
        Id = process.Id;
        _output = new(process.StandardOutput);
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The id of its process.</summary>
    public int Id { get; }

    /// <summary>What it has written so far, without "ready".</summary>
    public IReadOnlyList<string> Lines => [.. _output.Written.Skip(1)];

    /// <summary>Starts one, and waits until it could begin.</summary>
    public static Task<Worker> StartAsync(params object[] arguments) => StartAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Starts one with more variables in its environment, and waits until it could begin.</summary>
    public static async Task<Worker> StartAsync(IReadOnlyDictionary<string, string> environment, params object[] arguments)
    {
        var dll = BuiltProgram.PathOf("WeComRobot.Worker", "net10.0", "WeComRobot.Worker.dll");
        string[] words = [dll, .. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)!)];
        var start = new ProcessStartInfo("dotnet", words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var worker = new Worker(Process.Start(start)!);
        try
        {
            return await worker.UntilAsync(Ready) ? worker : throw new InvalidOperationException(await worker.EndAsync());
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <summary>Lets it begin.</summary>
    public void Go() => _process.StandardInput.WriteLine();

    /// <summary>Waits until it holds at the step that it was told to.</summary>
    public async Task UntilHeldAsync()
    {
        if (!await UntilAsync("held"))
        {
            throw new InvalidOperationException($"It ended: {string.Join('\n', Lines)}");
        }
    }

    /// <summary>Waits until it has said so many lines that begin with this word, or has ended.</summary>
    public Task UntilSaidAsync(string word, int count) =>
        _output.UntilAsync(lines => lines.Count(line => line.StartsWith(word + " ", StringComparison.Ordinal)) >= count);

    /// <summary>SIGSTOP: it does nothing until it is resumed.</summary>
    public void Pause() => _process.Pause();

    /// <summary>SIGCONT: it goes on.</summary>
    public void Resume() => _process.Resume();

    /// <summary>SIGKILL: nothing of it runs any further.</summary>
    /// <returns>Whether it was still at work.</returns>
    public async Task<bool> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().InTimeAsync();
        await _output.Reading;
        return _process.ExitCode != 0;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>What it wrote to its error output.</returns>
    public async Task<string> EndAsync()
    {
        await _process.WaitForExitAsync().InTimeAsync();
        await _output.Reading;
        return await _errors;
    }

    /// <summary>Waits for its end, which must be a good one.</summary>
    public async Task EndWellAsync()
    {
        var errors = await EndAsync();
        if (errors != "" || _process.ExitCode != 0 || Lines is not [.., "done"])
        {
            throw new InvalidOperationException($"It ended with {_process.ExitCode}: {string.Join('\n', Lines)}\n{errors}");
        }
    }

    /// <summary>Kills it, if it still runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private Task<bool> UntilAsync(string line) => _output.UntilAsync(lines => lines.Contains(line));
}
