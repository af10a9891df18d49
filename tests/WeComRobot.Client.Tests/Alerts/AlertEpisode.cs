using System;
using WeComRobot.Alerts;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>A message that waits in the outbox of the model.</summary>
internal sealed record KeptMessage(AlertEpisode Alert, Told Message, TimeSpan? NotBefore, KeptMessage? Beginning)
{
    public bool IsSetAside { get; set; }
}

/// <summary>What the model knows of an alert from its first call to its end.</summary>
internal sealed class AlertEpisode
{
    public int Count { get; set; }

    public TimeSpan LastCall { get; set; }

    public AlertSeverity LastSeverity { get; set; }

    public AlertSeverity? ToldOf { get; private set; }

    public AlertSeverity? DoubtfulOf { get; private set; }

    public TimeSpan? ToldAt { get; set; } = TimeSpan.Zero;

    /// <summary>The group was told among others.</summary>
    public void NoteDigest(AlertSeverity severity, TimeSpan at) =>
        (ToldOf, ToldAt, DoubtfulOf) = (ToldOf > severity ? ToldOf : severity, at, null);

    public void Note(Told message, Ending ending, TimeSpan? at)
    {
        if (!message.IsEnd && ending == Ending.Delivered)
        {
            // The last call found it waiting
            (ToldOf, ToldAt, DoubtfulOf) = (message.Severity, at < LastCall ? LastCall : at, null);
        }
        else if (!message.IsEnd && ending == Ending.Lost)
        {
            DoubtfulOf = message.Severity;
        }
    }
}
