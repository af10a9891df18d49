using WeComRobot.Media;

namespace WeComRobot.Fitting;

/// <summary>A text to upload.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">Its bytes: UTF-8 without byte order mark.</param>
public sealed record AttachedText(string Name, byte[] Content)
{
    /// <exception cref="WeComException">InvalidMedia: it is too long for a file.</exception>
    internal MediaFile ToMediaFile() => MediaFile.FromBytes(Content, Name);
}
