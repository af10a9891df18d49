using System;
using WeComRobot.Text;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Alerts;

/// <summary>Makes text fit where there is little room.</summary>
internal static class AlertText
{
    private const string More = "…";

    // Enough to recognize it
    private const int MaxBrief = 200;

    /// <summary>The text, or its beginning with an ellipsis.</summary>
    public static string Shorten(string text, int maxCharacters) =>
        text.Length <= maxCharacters ? text : text.Substring(0, TextElements.Floor(text, 0, maxCharacters - 1)).TrimEnd() + More;

    /// <summary>A title or a key in a message for the shell, which need not have all of it.</summary>
    public static string Brief(string name) => Shorten(OneLine(name), MaxBrief);

    /// <summary>The text on one line, without what is meant for a terminal.</summary>
    public static string OneLine(string text) => string.Join(" ", TerminalText.Clean(text).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}
