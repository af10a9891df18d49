namespace WeComRobot.Fitting;

/// <summary>A text to upload.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">Its bytes: UTF-8 without byte order mark.</param>
public sealed record AttachedText(string Name, byte[] Content);
