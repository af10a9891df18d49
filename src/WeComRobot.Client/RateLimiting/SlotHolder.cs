namespace WeComRobot.RateLimiting;

/// <summary>A machine that uses slots of a window.</summary>
/// <param name="Machine">Its name.</param>
/// <param name="Slots">How many messages it has sent within the window or is sending.</param>
public sealed record SlotHolder(string Machine, int Slots)
{
    /// <summary>The name and the number.</summary>
    public override string ToString() => $"{Machine} ({Slots})";
}
