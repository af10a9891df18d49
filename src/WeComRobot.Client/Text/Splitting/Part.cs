namespace WeComRobot.Text.Splitting;

/// <summary>A part of a content that is longer than a message.</summary>
/// <param name="text">The text that is sent.</param>
/// <param name="closingLength">How many of its last characters only close what continues in the next part.</param>
/// <param name="next">Where in the content the next part begins.</param>
/// <param name="isBlank">Whether it contains nothing of the content but blanks.</param>
internal readonly struct Part(string text, int closingLength, int next, bool isBlank = false)
{
    /// <summary>The text that is sent.</summary>
    public string Text => text;

    /// <summary>Where in the content the next part begins.</summary>
    public int Next => next;

    /// <summary>Whether it contains nothing of the content but blanks.</summary>
    public bool IsBlank => isBlank;

    /// <summary>The text without what closes it, so that more can follow.</summary>
    public string OpenText => text.Substring(0, text.Length - closingLength);
}
