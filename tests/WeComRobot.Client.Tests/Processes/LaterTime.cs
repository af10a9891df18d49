using System;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>The system's clocks some time later, for who looks at what real processes have left.</summary>
internal sealed class LaterTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(by.TotalSeconds * System.TimestampFrequency);
}
