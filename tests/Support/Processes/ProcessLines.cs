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

    /// <summary>Waits until the condition holds for what it has written.</summary>
    /// <returns>Whether it does; false if it ended before.</returns>
    public async Task<bool> UntilAsync(Func<IReadOnlyList<string>, bool> condition)
    {
        await Signal.UntilAsync(() => condition(Written) || Reading.IsCompleted, [_lineCame], [Reading]);
        return condition(Written);
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
