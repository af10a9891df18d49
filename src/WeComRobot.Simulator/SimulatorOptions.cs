using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Simulator;

/// <summary>The settings of a <see cref="SimulatorServer"/>.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The port on 127.0.0.1; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>The webhook keys to accept, one per robot. Defaults to one random key.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The rate limit of each robot.</summary>
    public RateRule Rate { get; init; } = RateRule.Documented;

    /// <summary>The clock for rate windows, media expiry, timestamps and fault delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, 65535);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Rate.Messages);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Rate.Window, TimeSpan.Zero);
        if (Keys.Any(string.IsNullOrEmpty) || Keys.Distinct().Count() != Keys.Count)
        {
            throw new ArgumentException("Keys must be distinct and not empty.", nameof(Keys));
        }
    }
}
