using System;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.Rules;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>The body of a message, parsed as far as it can be.</summary>
internal sealed class EntryBody
{
    private const int ExcerptChars = 2000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _text;
    private readonly JsonElement? _json;

    public EntryBody(BodyText body)
    {
        _text = body.Text;
        if (_text.Length == 0 || body.InvalidByte is not null)
        {
            return;
        }

        using var document = JsonBody.TryParse(Encoding.UTF8.GetBytes(_text), out var mistake);
        Mistake = mistake;
        _json = document?.RootElement.Clone();
        Rule = _json is { } json ? MessageRules.For(json) : null;
        Payload = Rule is { } rule ? new PayloadNode(_json!.Value, "").Child(rule.MessageType) : default;
    }

    /// <summary>Where it stops being JSON; null if it is JSON, empty or not even UTF-8.</summary>
    public JsonMistake? Mistake { get; }

    /// <summary>The rule of its msgtype; null if it has none that is known.</summary>
    public IMessageRule? Rule { get; }

    /// <summary>The object named after the msgtype; missing if there is none.</summary>
    public PayloadNode Payload { get; }

    /// <summary>The body over several lines if it is JSON, else as it was received.</summary>
    public string Readable => _json is { } json ? JsonSerializer.Serialize(json, Indented) : _text;

    /// <summary>The beginning of the body.</summary>
    public string Excerpt => _text[..Math.Min(_text.Length, ExcerptChars)];
}
