namespace WeComRobot.Alerts;

/// <summary>How much an alert matters, in rising order.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>To be acted on now: neither quiet hours nor a cap hold it back.</summary>
    Critical,
}
