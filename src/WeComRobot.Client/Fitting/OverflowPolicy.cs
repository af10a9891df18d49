namespace WeComRobot.Fitting;

/// <summary>What to do with content that is longer than its message type allows (architecture.md#too-long-is-not-lost).</summary>
public enum OverflowPolicy
{
    /// <summary>It is sent as several messages, its parts, in order.</summary>
    Split,

    /// <summary>Its beginning is sent, with a last line that says how many bytes were left out.</summary>
    Truncate,

    /// <summary>All of it is sent as a file, after a message with its first lines.</summary>
    File,

    /// <summary>Nothing is sent; an error names the size and the limit.</summary>
    Error,
}
