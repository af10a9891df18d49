using WeComRobot.Media;

namespace WeComRobot.Fitting;

/// <summary>A text that is uploaded as a file.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">The text in UTF-8, without a byte order mark.</param>
public sealed record AttachedText(string Name, byte[] Content)
{
    /// <exception cref="WeComException">InvalidMedia: it is too long for a file.</exception>
    internal MediaFile ToMediaFile() => MediaFile.FromBytes(Content, Name);
}
