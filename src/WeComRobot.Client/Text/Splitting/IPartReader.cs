namespace WeComRobot.Text.Splitting;

/// <summary>Takes a content apart.</summary>
internal interface IPartReader
{
    /// <summary>The next part, of at most so many bytes; null after the last.</summary>
    Part? Next(int room);
}
