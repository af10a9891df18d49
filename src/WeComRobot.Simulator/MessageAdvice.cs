using System.Collections.Generic;

namespace WeComRobot.Simulator;

/// <summary>What a sender's tool would say about a message.</summary>
public sealed record MessageAdvice
{
    /// <summary>What it would warn of, although it would send the message.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it would refuse the message before sending; null if it would send it.</summary>
    public string? Error { get; init; }

    /// <summary>The PowerShell that sends the message; null if the tool would refuse it.</summary>
    public string? Script { get; init; }
}
