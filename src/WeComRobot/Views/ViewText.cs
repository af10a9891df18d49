using WeComRobot.RateLimiting;

namespace WeComRobot.Views;

/// <summary>What the views show that is no property as it stands, in the user's language.</summary>
public static class ViewText
{
    /// <summary>A word where it is so; else nothing.</summary>
    public static string? Yes(bool isSo) => isSo ? CommandStrings.Yes : null;

    /// <summary>How many messages go in how many seconds.</summary>
    public static string LimitOf(WindowInfo window) => CommandStrings.LimitText.With(window.Limit, window.Window.TotalSeconds);

    /// <summary>The file of the window; words where only this process counts.</summary>
    public static string PlaceOf(WindowInfo window) => window.StatePath ?? CommandStrings.InMemory;
}
