using System;
using System.Linq;
using System.Text.Json;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes calls of Send-WeComMessage with the JSON of a payload, which can be any.</summary>
internal static class PayloadScript
{
    /// <summary>The script for a message, with -Raw if the cmdlet would change it otherwise.</summary>
    public static string Write(Message message, Uri webhook) =>
        Write(MessageJson.ToText(message, indented: true), !MessageScript.AreSame(message, MessageCleaner.Clean(message)), webhook);

    /// <summary>The script for a payload that is no message that the module knows; null if it is no JSON object.</summary>
    public static string? TryWrite(string payload, Uri webhook)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Write(payload.Trim(), isRaw: false, webhook) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // No line of JSON begins with a quote that would end the here-string
    private static string Write(string json, bool isRaw, Uri webhook) =>
        $"@'\n{string.Concat(json.Replace("\r", "").Select(Escape))}\n'@ | {new CmdletCall("Send-WeComMessage").Switch("Raw", isRaw).To(webhook)}";

    private static string Escape(char c) => c switch
    {
        // Only outside of texts
        '\t' => "    ",
        '\n' => "\n",
        _ => Literal.NeedsEscape(c) ? $"\\u{(int)c:x4}" : c.ToString(),
    };
}
