using System;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Refuses pictures that are embedded in Markdown as a <c>data:</c> address: WeCom does not show them.</summary>
internal static class DataPicture
{
    /// <summary>Adds an error if the content has such a picture. The content need not be in the message yet.</summary>
    public static void Check(Findings findings, ContentMessage message, string? content)
    {
        var field = message.MessageType + ".content";
        if (message is not TextMessage && Has(content ?? ""))
        {
            findings.Error(field, Strings.DataPicture.With(field));
        }
    }

    /// <exception cref="InvalidMessageException">InvalidMessage: the Markdown has such a picture.</exception>
    public static void ThrowIfIn(ContentMessage message, string content)
    {
        var findings = new Findings();
        Check(findings, message, content);
        if (findings.All.Count > 0)
        {
            throw new InvalidMessageException(message.MessageType, findings.All);
        }
    }

    private static bool Has(string content) =>
        content.IndexOf(PictureSources.Data, StringComparison.OrdinalIgnoreCase) >= 0 && new PictureSources(content).HasData();
}
