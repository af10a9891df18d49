using System;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Reads a text of a payload.</summary>
internal static class PayloadText
{
    /// <summary>The text, or null if its escapes form no valid text, as a lone surrogate does not.</summary>
    public static string? Read(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
