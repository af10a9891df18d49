using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using WeComRobot.Simulator.Drawing;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;
using WeComRobot.Simulator.State;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>Makes what the page shows of an entry, in the language of the page.</summary>
internal sealed class EntryViews(IMessageAdviser? adviser, RateRule rate)
{
    private const string Upload = "upload";

    // For advice whose script is not shown
    private static readonly Uri AnyWebhook = new("http://127.0.0.1/cgi-bin/webhook/send?key=key");

    private readonly Remedies? _remedies = adviser is null ? null : new(adviser);

    public EntryView View(ChatEntry entry, PageTexts texts)
    {
        var body = new EntryBody(entry.Body);
        var type = entry.IsUpload ? Upload : body.Rule?.MessageType;
        return new()
        {
            Id = entry.Id,
            Robot = entry.Robot?.Number ?? 0,
            At = entry.At,
            Type = type,
            Outcome = entry.Message is not null ? Outcome.Accepted : entry.Fault is null || entry.Refusal is not null ? Outcome.Refused : Outcome.Fault,
            Payload = type == ImageRule.Type ? null : Display(entry, body),
            Nodes = body.Rule is MarkdownRule markdown ? Draw(markdown, body) : null,
            Media = entry.Message?.Media is { } media ? new(media.DisplayName, media.Size, media.Seconds) : null,
            Image = type == ImageRule.Type ? GetImageAddress(entry, body) : null,
            Excerpt = body.Payload.IsObject ? null : body.Excerpt,
            Refusal = entry.Refusal is { } refusal ? View(refusal, GetRemedy(entry, refusal, texts), texts)
                : entry.ScriptedRefusal is { } scripted ? View(scripted, _remedies?.ForErrcode(scripted, texts), texts)
                : null,
            // The composer sends what was typed as it is, and the text of an image is base64
            Warning = entry.Request is not null && type != ImageRule.Type && LostCharacters.AreIn(body.Payload.Json) ? texts["warning.lostCharacters"] : null,
            Errcode = entry.ErrCode,
            UnknownPath = entry.UnknownPath,
            Fault = entry.Fault is { } fault ? FaultText.Describe(fault, texts) : null,
            DelayMs = entry.Fault?.DelayMs,
            RetryOf = entry.RetryOf,
            ResponseReplaced = entry is { Message: not null, Fault.ReplacesResponse: true },
        };
    }

    /// <param name="entry">The entry.</param>
    /// <param name="webhook">The webhook that its script shall post to.</param>
    /// <param name="texts">The texts of the page.</param>
    public DetailsView Inspect(ChatEntry entry, Uri webhook, PageTexts texts)
    {
        var body = new EntryBody(entry.Body);
        var advice = Advise(entry, webhook, texts);
        return new(
            body.Readable,
            body.Mistake,
            [.. body.Rule?.Measure(body.Payload, entry.Message?.Media) ?? []],
            advice.Warnings,
            advice.Error,
            advice.Script)
        {
            Request = entry.Request is { } request ? HttpText.Of(request) : null,
            Response = entry.Response is { } response ? HttpText.Of(response) : null,
            UnknownKey = entry.Robot is null ? entry.Request?.Key : null,
            Upload = entry.Message?.Media is { } media ? new(media.Type, media.DisplayName, media.Size, media.MediaId)
                : entry.Upload is { } upload ? new(upload.Type, upload.Name, upload.Size, MediaId: null)
                : null,
        };
    }

    private RefusalView View(Refusal refusal, string? remedy, PageTexts texts) =>
        new(refusal.Code, refusal.Text, RuleText.For(refusal, rate, texts), refusal.Field, remedy);

    private string? GetRemedy(ChatEntry entry, Refusal refusal, PageTexts texts) =>
        refusal.BodyMistake is { } mistake
            ? texts[mistake.IsEncoding ? "remedy.encoding" : "remedy.noJson"]
            : _remedies?.For(refusal, Advise(entry, AnyWebhook, texts), texts);

    private MessageAdvice Advise(ChatEntry entry, Uri webhook, PageTexts texts) =>
        adviser is null || entry.IsUpload || entry.Body.InvalidByte is not null || entry.Body.Text.Length == 0 || entry.Refusal?.BodyMistake is not null
            ? new()
            : adviser.Advise(entry.Body.Text, entry.Message?.Media?.DisplayName, webhook, texts.Culture);

    private static JsonElement? Display(ChatEntry entry, EntryBody body) =>
        entry.Message?.Display is { } display ? JsonSerializer.SerializeToElement(display)
        : body.Payload.IsObject ? body.Payload.Json
        : null;

    private static JsonArray? Draw(MarkdownRule rule, EntryBody body) =>
        body.Payload.Text("content") is { } content ? MarkdownDrawing.Draw(rule.MessageType, content) : null;

    // A message that was not sent has no address yet
    private static string? GetImageAddress(ChatEntry entry, EntryBody body) =>
        ImageRule.Read(body.Payload) is not { } image ? null
        : entry.Id > 0 ? $"simulator/entries/{entry.Id}/image"
        : $"data:{image.Type};base64,{Convert.ToBase64String(image.Bytes)}";
}
