using System;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Refuses pictures that are embedded in Markdown as a <c>data:</c> address: WeCom does not show them.</summary>
internal static class DataPicture
{
    /// <summary>The error if the content has such a picture, else null. The content need not be in the message yet.</summary>
    public static Finding? Find(ContentMessage message, string? content) =>
        message is not TextMessage && Has(content ?? "")
            ? ContentFinding.Error(
                message, Strings.DataPicture.With(message.ContentPath).Then(Advice.Get(nameof(Strings.AdviseImageMessage))), FailureCause.InvalidMessage)
            : null;

    /// <exception cref="InvalidMessageException">InvalidMessage: the Markdown has such a picture.</exception>
    public static void ThrowIfIn(ContentMessage message, string content)
    {
        if (Find(message, content) is { } finding)
        {
            throw new InvalidMessageException(message.MessageType, [finding]);
        }
    }

    private static bool Has(string content) =>
        content.IndexOf(PictureSources.Data, StringComparison.OrdinalIgnoreCase) >= 0 && new PictureSources(content).HasData();
}
