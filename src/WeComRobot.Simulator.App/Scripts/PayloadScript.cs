using System;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes calls of Send-WeComMessage with the JSON of a payload, which can be any.</summary>
internal static class PayloadScript
{
    /// <summary>The script for a message, with -Raw if the cmdlet would change it otherwise.</summary>
    public static string Write(Message message, Uri webhook)
    {
        var isRaw = !MessageScript.AreSame(message, MessageCleaner.Clean(message));
        // No line of JSON begins with a quote that would end the here-string
        return $"@'\n{Escape(MessageJson.ToText(message, indented: true))}\n'@ | {new CmdletCall("Send-WeComMessage").Switch("Raw", isRaw).To(webhook)}";
    }

    private static string Escape(string json) => string.Concat(json.Replace("\r", "").EnumerateRunes().Select(
        rune => rune.Value != '\n' && Literal.NeedsEscape(rune) ? string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:x4}")) : rune.ToString()));
}
