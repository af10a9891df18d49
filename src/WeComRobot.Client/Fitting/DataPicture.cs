using System;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Refuses pictures that are embedded in Markdown as a <c>data:</c> address, because WeCom does not show them.</summary>
internal static class DataPicture
{
    /// <summary>Returns an error if the content has such a picture, otherwise null.</summary>
    /// <param name="message">A message of the type that is to have the content.</param>
    /// <param name="content">The content; null for none.</param>
    public static Finding? Find(ContentMessage message, string? content) =>
        message is not TextMessage && HasPicture(content ?? "")
            ? ContentFinding.Error(
                message, Strings.DataPicture.With(message.ContentPath).Then(Advice.Get(nameof(Strings.AdviseImageMessage))), FailureCause.InvalidMessage)
            : null;

    /// <summary>Throws if the content has such a picture.</summary>
    /// <exception cref="InvalidMessageException">InvalidMessage: the Markdown has such a picture.</exception>
    public static void ThrowIfIn(ContentMessage message, string content)
    {
        if (Find(message, content) is { } finding)
        {
            throw new InvalidMessageException(message.MessageType, [finding]);
        }
    }

    private static bool HasPicture(string content) =>
        content.IndexOf(DataPictureReader.Scheme, StringComparison.OrdinalIgnoreCase) >= 0 && new DataPictureReader(content).HasPicture();
}
