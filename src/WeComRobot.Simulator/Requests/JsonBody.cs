using System;
using System.Text.Json;

namespace WeComRobot.Simulator.Requests;

/// <summary>Parses a message's body strictly: valid UTF-8, and no string that can't be decoded.</summary>
internal static class JsonBody
{
    public static JsonDocument? TryParse(byte[] body)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(body);
            DecodeAll(document.RootElement);
            return document;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            document?.Dispose();
            return null;
        }
    }

    // Invalid UTF-8 or a lone surrogate such as "\ud800" parses, and throws only when it is read
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
