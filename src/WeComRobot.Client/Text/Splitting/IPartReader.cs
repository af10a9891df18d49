namespace WeComRobot.Text.Splitting;

/// <summary>Reads a content part by part.</summary>
internal interface IPartReader
{
    /// <summary>Reads the next part; null after the last.</summary>
    /// <param name="maxBytes">The most UTF-8 bytes of the part, 32 or more.</param>
    Part? Next(int maxBytes);
}
