using System;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes the PowerShell that sends a message, as an administrator would.</summary>
internal static class MessageScript
{
    /// <summary>Uses the cmdlets of the message's type if they make exactly this message, or else its JSON.</summary>
    /// <param name="message">The message, which the module would send.</param>
    /// <param name="fileName">The name of the file that it sends; null if that is not known.</param>
    /// <param name="webhook">The robot.</param>
    public static string Write(Message message, string? fileName, Uri webhook) => TryWriteByType(message, fileName, webhook) ?? PayloadScript.Write(message, webhook);

    /// <summary>Whether both are posted as the same JSON.</summary>
    public static bool AreSame(Message one, Message other) => MessageJson.ToText(one, indented: false) == MessageJson.ToText(other, indented: false);

    private static string? TryWriteByType(Message message, string? fileName, Uri webhook) => message switch
    {
        ImageMessage image => ImageScript.TryWrite(image, webhook),
        ContentMessage content => ContentScript.TryWrite(content, webhook),
        NewsMessage news => NewsScript.TryWrite(news, webhook),
        CardMessage card => CardScript.TryWrite(card, webhook),
        _ => MediaScript.Write(message, fileName, webhook),
    };
}
