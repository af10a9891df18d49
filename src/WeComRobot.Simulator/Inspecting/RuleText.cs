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
    /// <returns>Null for an errcode that only a fault answers.</returns>
    public static string? For(Refusal refusal, RateRule rate, PageTexts texts) => texts.Find($"rule.{NameOf(refusal)}") is { } text
        ? string.Format(CultureInfo.InvariantCulture, text, Values(refusal, rate))
        : null;

    /// <summary>The name of the rule in the texts: the errcode, or a word where an errcode has several rules.</summary>
    public static string NameOf(Refusal refusal) => refusal switch
    {
        { BodyMistake: { } mistake } => $"body.{mistake.Kind}",
        { ByteLimit: not null } => "tooLong",
        { Expected: { } expected } => expected.Rule,
        { Code: ErrorCode.EmptyContent, Field: "news.articles" } => "noArticle",
        { Code: ErrorCode.EmptyContent, Field: not null } => "noContent",
        { Code: ErrorCode.EmptyMedia, Field: not null } => "imageData",
        _ when refusal == Refusal.UnknownUploadKey => $"{ErrorCode.WebhookUrl}",
        { Code: var code } => $"{code}",
    };

    private static object?[] Values(Refusal refusal, RateRule rate) => refusal switch
    {
        { BodyMistake: { } mistake } => [mistake.InvalidByte, mistake.Beginning],
        { ByteLimit: { } limit } => [refusal.Field, limit],
        { Expected: { } expected } => [refusal.Field, expected.Min, expected.Max],
        { Code: ErrorCode.Frequency } => [rate.Messages, rate.Window.TotalSeconds],
        _ => [refusal.Field],
    };
}
