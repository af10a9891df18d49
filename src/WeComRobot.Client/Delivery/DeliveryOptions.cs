using System;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>How a message is delivered or a file uploaded.</summary>
public sealed record DeliveryOptions
{
    /// <summary>3 times, as the official page advises for a busy system (service.md#error-codes).</summary>
    public const int DefaultMaxRetry = 3;

    /// <summary>100 seconds, enough for 20 MiB over a slow line.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>How long one post may take, from its first byte to the end of the answer. Waiting for the rate window does not count.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>How often a post is retried if it certainly did not arrive and may succeed later.</summary>
    public int MaxRetry { get; init; } = DefaultMaxRetry;

    /// <summary>Whether a post is retried even if the message may have arrived: members may then see it twice.</summary>
    public bool AtLeastOnce { get; init; }

    /// <summary>Whether a file is uploaded even if the robot still has it.</summary>
    public bool FreshUpload { get; init; }

    /// <summary>The proxy. Defaults to the system's, which is never used for this machine itself.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The credential for the proxy. Defaults to the system's.</summary>
    public ProxyCredential? ProxyCredential { get; init; }

    /// <summary>The robot's rate limit. Defaults to the one last given for this robot, or else to the client's.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Receives each event at once, on any thread. Defaults to none.</summary>
    public IProgress<DeliveryEvent>? Observer { get; init; }

    internal IDeliveryJournal? Journal { get; init; }

    internal void ReportWait(TimeSpan left) => Observer?.Report(new DeliveryEvent.Waiting(left));

    internal void ReportWarning(string? text)
    {
        if (text is not null)
        {
            Observer?.Report(new DeliveryEvent.Warning(text));
        }
    }
}
