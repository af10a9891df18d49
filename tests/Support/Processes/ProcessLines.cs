using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Tests.Support;

/// <summary>The lines that a process has written so far, and how to wait for one.</summary>
public sealed class ProcessLines
{
    private readonly List<string> _lines = [];
    private readonly Signal _lineCame = new();

    /// <param name="output">The process's output, which is read to its end.</param>
    public ProcessLines(StreamReader output) => Reading = ReadAsync(output);

    /// <summary>Completes when the process has written its last line.</summary>
    public Task Reading { get; }

    /// <summary>What it has written so far.</summary>
    public IReadOnlyList<string> Written
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Waits until it has written such a line.</summary>
    /// <returns>Whether it did; false if it ended before.</returns>
    public async Task<bool> UntilAsync(Func<string, bool> isAwaited)
    {
        await Signal.UntilAsync(() => Written.Any(isAwaited) || Reading.IsCompleted, [_lineCame], [Reading]);
        return Written.Any(isAwaited);
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }

            _lineCame.Raise();
        }
    }
}
