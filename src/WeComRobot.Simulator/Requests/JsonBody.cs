using System;
using System.Text.Json;

namespace WeComRobot.Simulator.Requests;

/// <summary>Parses a message body strictly: all names and strings must be valid Unicode.</summary>
internal static class JsonBody
{
    /// <returns>Null when the body is invalid.</returns>
    public static JsonDocument? TryParse(byte[] body) => TryParse(body, out _);

    /// <param name="body">The body.</param>
    /// <param name="mistake">Where it stops being JSON; null if it does not, or if a string in it is no Unicode.</param>
    /// <returns>Null when the body is invalid.</returns>
    public static JsonDocument? TryParse(byte[] body, out JsonMistake? mistake)
    {
        JsonDocument? document = null;
        mistake = null;
        try
        {
            document = JsonDocument.Parse(body);
            DecodeAll(document.RootElement);
            return document;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            document?.Dispose();
            mistake = error is JsonException syntax ? JsonMistake.Of(syntax, body) : null;
            return null;
        }
    }

    // JsonDocument accepts invalid UTF-8 and a lone surrogate such as "\ud800", and throws only when the string is read
    private static void DecodeAll(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    DecodeAll(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    DecodeAll(property.Value);
                }

                break;
        }
    }
}
