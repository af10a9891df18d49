using WeComRobot.RateLimiting;

namespace WeComRobot.Views;

/// <summary>What the views show beside plain properties, in the user's language.</summary>
public static class ViewText
{
    /// <summary>'yes', or null.</summary>
    public static string? Yes(bool isSo) => isSo ? CommandStrings.Yes : null;

    /// <summary>How many messages go in how many seconds.</summary>
    public static string LimitOf(WindowInfo window) => CommandStrings.LimitText.With(window.Limit, window.Window.TotalSeconds);

    /// <summary>How many messages about alerts go in an hour, and how many went.</summary>
    public static string CapOf(WindowInfo window) => CommandStrings.CapText.With(window.AlertsPerHour, window.AlertsSent);

    /// <summary>The file or the servers of the window, or words that say that it is in memory.</summary>
    public static string PlaceOf(WindowInfo window) => window.StatePath ?? CommandStrings.InMemory;
}
