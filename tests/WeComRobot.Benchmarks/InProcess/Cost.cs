namespace WeComRobot.Benchmarks;

/// <summary>What a work costs.</summary>
/// <param name="Nanoseconds">Its time.</param>
/// <param name="Bytes">The bytes that it allocates.</param>
internal readonly record struct Cost(double Nanoseconds, long Bytes)
{
    /// <summary>The time in a unit that is easy to read.</summary>
    public string Time => Nanoseconds < 1_000_000 ? $"{Nanoseconds / 1000:0.00} µs" : $"{Nanoseconds / 1_000_000:0.00} ms";

    /// <summary>The allocation in a unit that is easy to read.</summary>
    public string Size => Bytes < 10_000 ? $"{Bytes} B" : $"{Bytes / 1024.0:0} KiB";
}
