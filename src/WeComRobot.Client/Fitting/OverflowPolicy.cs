namespace WeComRobot.Fitting;

/// <summary>What becomes of a content that is longer than its message type allows (DESIGN, decision 8).</summary>
public enum OverflowPolicy
{
    /// <summary>It goes as several messages, the parts, in order.</summary>
    Split,

    /// <summary>Its beginning goes, with a last line that says how many bytes were left out.</summary>
    Truncate,

    /// <summary>The whole goes as a file, after a message with its first lines.</summary>
    File,

    /// <summary>Nothing goes: an error names size and limit.</summary>
    Error,
}
