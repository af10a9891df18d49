using System;
using System.Globalization;

namespace WeComRobot.Simulator;

/// <summary>How many messages a robot may have accepted in any sliding window; the documented rule is 20 per 60 s.</summary>
public sealed record RateRule(int Messages, TimeSpan Window)
{
    /// <summary>The documented limit.</summary>
    public static RateRule Documented { get; } = new(20, TimeSpan.FromSeconds(60));

    /// <summary>Reads the command line's form, <c>20/60</c>: messages, then seconds.</summary>
    public static bool TryParse(string text, out RateRule rule)
    {
        rule = Documented;
        var parts = text.Split('/');
        if (parts.Length != 2 || !TryPositive(parts[0], out var messages) || !TryPositive(parts[1], out var seconds))
        {
            return false;
        }

        rule = new RateRule(messages, TimeSpan.FromSeconds(seconds));
        return true;
    }

    private static bool TryPositive(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
