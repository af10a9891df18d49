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
    public static string For(Refusal refusal, RateRule rate, PageTexts texts) => refusal switch
    {
        { BodyMistake: { } mistake } => string.Format(CultureInfo.InvariantCulture, texts[$"rule.body.{mistake.Kind}"], mistake.InvalidByte, mistake.Beginning),
        { ByteLimit: { } limit } => string.Format(CultureInfo.InvariantCulture, texts["rule.tooLong"], refusal.Field, limit),
        { IsInvalidField: true } => string.Format(CultureInfo.InvariantCulture, texts["rule.invalidField"], refusal.Field),
        { Code: ErrorCode.Frequency } => string.Format(CultureInfo.InvariantCulture, texts["rule.45009"], rate.Messages, rate.Window.TotalSeconds),
        { Code: var code } => texts[$"rule.{code}"],
    };
}
