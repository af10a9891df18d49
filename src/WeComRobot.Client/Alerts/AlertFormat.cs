namespace WeComRobot.Alerts;

/// <summary>As which type of message an alert is sent.</summary>
public enum AlertFormat
{
    /// <summary>markdown, which has colours and mentions.</summary>
    Markdown,

    /// <summary>A text_notice card, which has a coloured source line, but mentions nobody and needs a URL.</summary>
    Card,

    /// <summary>text, which can also be read in WeChat.</summary>
    Text,
}
