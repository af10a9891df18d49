using System;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>How one call delivers.</summary>
public sealed record DeliveryOptions
{
    /// <summary>3 times, as the official advice for a busy system says (service.md#error-codes).</summary>
    public const int DefaultMaxRetry = 3;

    /// <summary>100 seconds, enough for 20 MiB over a slow line.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>How long one post may take, from its first byte to the end of the answer. Waiting for the rate window does not count.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>How often a post is tried again that surely did not arrive and may succeed later.</summary>
    public int MaxRetry { get; init; } = DefaultMaxRetry;

    /// <summary>Whether a post is tried again even if the message may have arrived: members may then see it twice.</summary>
    public bool AtLeastOnce { get; init; }

    /// <summary>Whether a file is uploaded even if the robot still has it.</summary>
    public bool FreshUpload { get; init; }

    /// <summary>The proxy on the way. Defaults to the system's, which is never asked for this machine itself.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Who signs in at the proxy. Defaults to whom the system names.</summary>
    public ProxyCredential? ProxyCredential { get; init; }

    /// <summary>How many messages the robot takes in how long a time. Defaults to what was last said for it, else to the client's limit.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Hears what happens, at once and from any thread. Defaults to nobody.</summary>
    public IProgress<DeliveryEvent>? Observer { get; init; }

    internal IDeliveryJournal? Journal { get; init; }

    internal void ReportWait(TimeSpan left) => Observer?.Report(new DeliveryEvent.Waiting(left));
}
