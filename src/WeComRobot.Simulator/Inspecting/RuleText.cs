using System.Globalization;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>The rule of the service that a message broke, as a sentence for people.</summary>
internal static class RuleText
{
    /// <param name="refusal">The refusal.</param>
    /// <param name="rate">The rate limit of the robots.</param>
    /// <param name="texts">The texts of the page.</param>
    public static string For(Refusal refusal, RateRule rate, PageTexts texts) => (refusal.ByteLimit, refusal.Code, refusal.Field) switch
    {
        _ when refusal.InvalidByte is { } number => string.Format(CultureInfo.InvariantCulture, texts["rule.notUtf8"], number),
        ({ } limit, _, _) => string.Format(CultureInfo.InvariantCulture, texts["rule.tooLong"], refusal.Field, limit),
        (_, ErrorCode.InvalidParameter, { } field) => string.Format(CultureInfo.InvariantCulture, texts["rule.invalidField"], field),
        (_, ErrorCode.Frequency, _) => string.Format(CultureInfo.InvariantCulture, texts["rule.45009"], rate.Messages, rate.Window.TotalSeconds),
        var (_, code, _) => texts[$"rule.{code}"],
    };
}
