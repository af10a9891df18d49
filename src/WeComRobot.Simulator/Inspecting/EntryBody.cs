using System;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>The body of a message, parsed as far as it can be.</summary>
internal sealed class EntryBody
{
    private const int ExcerptChars = 2000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _text;
    private readonly JsonElement? _json;

    public EntryBody(string text)
    {
        _text = text;
        using var document = JsonBody.TryParse(Encoding.UTF8.GetBytes(text));
        _json = document?.RootElement.Clone();
        Rule = _json is { } json ? MessageRules.For(json) : null;
        Payload = Rule is { } rule ? new PayloadNode(_json!.Value, "").Child(rule.MessageType) : default;
    }

    /// <summary>The rule of its msgtype; null if it has none that is known.</summary>
    public IMessageRule? Rule { get; }

    /// <summary>The object named after the msgtype; missing if there is none.</summary>
    public PayloadNode Payload { get; }

    /// <summary>The body over several lines if it is JSON, else as it was received.</summary>
    public string Readable => _json is { } json ? JsonSerializer.Serialize(json, Indented) : _text;

    /// <summary>The beginning of the body.</summary>
    public string Excerpt => _text[..Math.Min(_text.Length, ExcerptChars)];
}
