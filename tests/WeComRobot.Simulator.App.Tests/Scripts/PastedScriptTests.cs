using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using WeComRobot.Engine;
using WeComRobot.Media;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>What is copied from the page and pasted into a real PowerShell sends the message that it was copied from.</summary>
public sealed class PastedScriptTests
{
    private const int Count = 200;
    private const int LargeImageBytes = 40_000;

    [PwshFact]
    public async Task A_pasted_script_sends_the_payload_that_it_was_written_for()
    {
        string[] valid =
        [
            .. Samples(), .. Gallery.All, .. Hostile(), .. EdgePayloads.Valid, .. RandomPayloads.Generate(Count),
            Payloads.Image(Pictures.Png), Payloads.Image(Pictures.JpgOf(LargeImageBytes)),
        ];
        string[] payloads = [.. valid, .. EdgePayloads.TooLong, .. EdgePayloads.Refused];
        await using var pasted = await PastedScripts.StartAsync((2 * payloads.Length) + 4);
        pasted.Write("image.jpg", Pictures.JpgOf(LargeImageBytes));
        List<PastedScript> scripts = [.. payloads.SelectMany(payload => PastedScript.For(payload, pasted.NextWebhook(), pasted.NextWebhook()))];
        scripts.AddRange(await UploadedAsync(pasted, "file", [.. "报表：6"u8], MediaType.File, "it's [1].txt", "it's _1_.txt"));
        scripts.AddRange(await UploadedAsync(pasted, "voice", AmrBytes.Narrow(50), MediaType.Voice, "a.amr", "a.amr"));

        var outcomes = await pasted.RunAsync(scripts);

        Assert.Equal(EdgePayloads.Refused, outcomes.Where(outcome => outcome.Advice.Error is not null).Select(outcome => outcome.Payload).Distinct());
        string[] mistakes = [.. outcomes.Select(Mistake).OfType<string>()];
        Assert.True(mistakes.Length == 0, $"{mistakes.Length} of {outcomes.Count}:\n{string.Join("\n\n", mistakes.Take(5))}");
    }

    /// <summary>What is wrong with an outcome; null if nothing is.</summary>
    private static string? Mistake(PastedScript outcome) => (outcome switch
    {
        { FileName: { } name } => outcome is { Errors: [], Received: [{ Media: { } media }] } && media.DisplayName == name,
        _ when EdgePayloads.TooLong.Contains(outcome.Payload) => SendsInParts(outcome),
        { Advice.Error: null } => SendsThePayload(outcome) && WarnsAsAdvised(outcome),
        _ => outcome is { Received: [], Errors: [var error] } && error.EndsWith(outcome.Advice.Error, StringComparison.Ordinal),
    }) ? null : $"{outcome}\n\nADVICE {string.Join("\n", outcome.Advice.Warnings.Append(outcome.Advice.Error))}";

    private static bool SendsInParts(PastedScript outcome) =>
        outcome is { Errors: [], Received.Count: > 1 and var parts } && outcome.Advice.Warnings.Any(warning => warning.Contains($" {parts} ", StringComparison.Ordinal));

    private static bool SendsThePayload(PastedScript outcome) =>
        outcome is { Errors: [], Received: [var received] } && JsonElement.DeepEquals(JsonElement.Parse(received.Body), JsonElement.Parse(outcome.Payload));

    /// <summary>With -Raw, PowerShell does not warn of what will not be shown as meant, and the page does.</summary>
    private static bool WarnsAsAdvised(PastedScript outcome) => outcome.Script.Contains(" -Raw ")
        ? !outcome.Warnings.Except(outcome.Advice.Warnings).Any()
        : outcome.Warnings.SequenceEqual(outcome.Advice.Warnings);

    /// <summary>The scripts of a file that was uploaded: one with its media id, one with the file that a user has put there.</summary>
    private static async Task<IEnumerable<PastedScript>> UploadedAsync(
        PastedScripts pasted, string sample, byte[] content, MediaType type, string name, string file)
    {
        var (webhook, other) = (pasted.NextWebhook(), pasted.NextWebhook());
        var payload = JsonNode.Parse(Read(sample))!;
        payload[sample]!["media_id"] = await pasted.UploadAsync(webhook, content, type);
        pasted.Write(file, content);
        return [PastedScript.For(payload.ToJsonString(), webhook, webhook).First(), .. PastedScript.For(payload.ToJsonString(), other, other, name).Take(1)];
    }

    [Fact]
    public void The_messages_of_the_gallery_are_made_by_the_cmdlets_of_their_types() =>
        Assert.All(Gallery.All, payload => Assert.DoesNotContain("Send-WeComMessage", Payloads.Script(payload)));

    private static IEnumerable<string> Samples() => new[] { "text", "markdown", "markdown_v2", "news", "text_notice", "news_notice" }.Select(Read);

    // The service takes more than the module, which sends no key twice
    private static IEnumerable<string> Hostile() => HostileMessages.All
        .Where(message => message is { ErrCode: 0, FileName: null, Name: not "a key twice" } && Payloads.Advise(message.Body).Error is null).Select(message => message.Body);

    private static string Read(string sample) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "WeComRobot.Simulator.Tests", "Samples", $"{sample}.json"));
}
