using System;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Reads texts of a payload.</summary>
internal static class PayloadText
{
    /// <summary>The text, or null if its escapes are not valid text, for example a lone surrogate.</summary>
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
