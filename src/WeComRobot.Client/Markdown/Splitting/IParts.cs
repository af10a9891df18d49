namespace WeComRobot.Markdown.Splitting;

/// <summary>Takes a content apart.</summary>
internal interface IParts
{
    /// <summary>The next part, of at most so many bytes; null after the last.</summary>
    Part? Next(int room);
}
