using System;
using System.Threading.Tasks;
using WeComRobot.Simulator;

namespace WeComRobot.Client.Tests.Delivery.Faults;

/// <summary>Whether a message is sent again after a failure.</summary>
public enum SentAgain
{
    /// <summary>It was delivered, or would fail again.</summary>
    Never,

    /// <summary>It surely did not arrive, and a later try may.</summary>
    Later,

    /// <summary>It may have arrived: only where the user wants it twice rather than never.</summary>
    AtLeastOnce,
}

/// <summary>Where the outbox has a message afterwards.</summary>
public enum Kept
{
    /// <summary>Not at all: it arrived, or the service will never take it.</summary>
    No,

    /// <summary>To be delivered later.</summary>
    Pending,

    /// <summary>Aside, for it may have arrived.</summary>
    Unknown,
}

/// <summary>One fault, and what must come of it.</summary>
/// <param name="Name">As a test's display name shows it.</param>
/// <param name="Cause">The cause of its error; null for a delivery.</param>
/// <param name="Retry">Whether it is tried again.</param>
/// <param name="Kept">Where the outbox has it.</param>
/// <param name="Words">What its error, or a delivery's warning, says.</param>
internal sealed record FaultRow(string Name, FailureCause? Cause, SentAgain Retry, Kept Kept, string Words)
{
    /// <summary>What the simulator does, or null if bare bytes are answered.</summary>
    public Fault? Simulated { get; init; }

    /// <summary>What a bare socket before the simulator does with a connection.</summary>
    public Func<RawPost, Task>? Raw { get; init; }

    /// <summary>Makes another address of the socket's, as one of another scheme or host.</summary>
    public Func<string, string> Address { get; init; } = address => address;

    /// <summary>Whether nobody listens while it lasts.</summary>
    public bool IsDeaf { get; init; }

    /// <summary>Whether the message arrives all the same.</summary>
    public bool Arrives { get; init; }

    /// <summary>Whether no answer ever comes, so that time runs out.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether a whole request reaches somebody.</summary>
    public bool IsPosted { get; init; } = true;

    /// <summary>Whether it can pass: a wrong name or certificate never does.</summary>
    public bool CanPass { get; init; } = true;

    /// <summary>How long its answer asks to stay away.</summary>
    public TimeSpan ComeBackAfter { get; init; }
}
