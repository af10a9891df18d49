using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace WeComRobot.Simulator;

/// <summary>The settings of a <see cref="SimulatorServer"/>.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The address to listen on. Defaults to 127.0.0.1, which only this machine reaches.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>The webhook keys to accept, one per robot. Defaults to one random key.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The rate limit of each robot.</summary>
    public RateRule Rate { get; init; } = RateRule.Documented;

    /// <summary>The clock for rate windows, media expiry, timestamps and fault delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What says on the page what a sender's tool would say about a message. Defaults to none.</summary>
    public IMessageAdviser? Adviser { get; init; }

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
