namespace WeComRobot.Text.Splitting;

/// <summary>One part of a content.</summary>
/// <param name="text">What is sent.</param>
/// <param name="closingLength">How many of its last characters only close what goes on in the next part.</param>
/// <param name="next">Where in the content the next part begins.</param>
/// <param name="isBlank">Whether nothing of the content is in it but blanks.</param>
internal readonly struct Part(string text, int closingLength, int next, bool isBlank = false)
{
    public string Text => text;

    public int Next => next;

    public bool IsBlank => isBlank;

    /// <summary>The text with what goes on still open, for more to be put behind it.</summary>
    public string OpenText => text.Substring(0, text.Length - closingLength);
}
