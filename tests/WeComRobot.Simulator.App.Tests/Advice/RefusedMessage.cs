using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using WeComRobot.Engine;
using WeComRobot.Simulator.App.Tests.Scripts;

namespace WeComRobot.Simulator.App.Tests.Advice;

/// <summary>
/// A message of the files in Refusals, and what the page says of it. It is a <c>payload</c>, a <c>body</c> that is no message, or a
/// <c>card</c> or <c>newsCard</c>, whose parts are added to a card that is valid without them.
/// </summary>
internal sealed record RefusedMessage(string Body, int Errcode, string? Field, Dictionary<string, Verdict> Verdicts)
{
    public static IReadOnlyList<RefusedMessage> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "WeComRobot.Simulator.App.Tests", "Advice", "Refusals"), "*.json").Order()
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray())
            .Select(row => Read(row!.AsObject())),
    ];

    private static RefusedMessage Read(JsonObject row) => new(
        ReadBody(row), (int)row["errcode"]!, (string?)row["field"], new[] { "en", "zh" }.ToDictionary(language => language, language => Verdict.Read(row[language]!)));

    private static string ReadBody(JsonObject row) =>
        (string?)row["body"]
        ?? Repetition.Expand(row["payload"])?.ToJsonString()
        ?? (row["card"] is { } card ? Payloads.Card(Repetition.Expand(card)!.ToJsonString()) : NewsCard(row["newsCard"]!));

    private static string NewsCard(JsonNode parts)
    {
        var card = JsonNode.Parse("""{"card_image":{"url":"https://a"}}""")!.AsObject();
        foreach (var (name, part) in Repetition.Expand(parts)!.AsObject())
        {
            card[name] = part?.DeepClone();
        }

        return Payloads.Card(card.ToJsonString(), "news_notice");
    }
}

/// <summary>What the page says of a refusal, in one language.</summary>
internal sealed record Verdict(string? Rule, string? Remedy)
{
    /// <summary>Reads the refusal of an entry, or an expected one.</summary>
    public static Verdict Read(JsonNode refusal) => new((string?)refusal["rule"], (string?)refusal["remedy"]);
}
