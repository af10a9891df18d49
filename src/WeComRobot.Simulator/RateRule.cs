using System;
using System.Globalization;

namespace WeComRobot.Simulator;

/// <summary>How many messages of a robot are accepted within any window of this length.</summary>
public sealed record RateRule(int Messages, TimeSpan Window)
{
    /// <summary>The documented limit: 20 messages in 60 seconds.</summary>
    public static RateRule Documented { get; } = new(20, TimeSpan.FromSeconds(60));

    /// <summary>Parses messages per seconds as the command line has them, such as <c>20/60</c>.</summary>
    public static bool TryParse(string text, out RateRule rule)
    {
        rule = Documented;
        if (text.Split('/') is not [var first, var second]
            || !TryParsePositive(first, out var messages)
            || !TryParsePositive(second, out var seconds))
        {
            return false;
        }

        rule = new RateRule(messages, TimeSpan.FromSeconds(seconds));
        return true;
    }

    /// <summary>As the command line has it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Messages}/{Window.TotalSeconds}");

    private static bool TryParsePositive(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
