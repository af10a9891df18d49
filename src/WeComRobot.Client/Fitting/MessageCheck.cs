using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Checks a message against every rule of the official page before anything is sent.</summary>
public static class MessageCheck
{
    /// <summary>Finds everything that is wrong with the message, or longer than recommended.</summary>
    public static IReadOnlyList<Finding> Run(Message message)
    {
        var check = new RecordCheck(message.GetType());
        message.Check(check);
        if (message is ImageMessage image)
        {
            ImageContent.Check(check, image);
        }

        return message is ContentMessage content && DataPicture.Find(content, content.GetContent()) is { } picture
            ? [.. check.Findings, picture]
            : check.Findings;
    }

    /// <summary>Throws one error that names every broken rule; returns the recommendations that are not kept.</summary>
    /// <exception cref="InvalidMessageException">InvalidMessage, ContentTooLong or InvalidMedia: the first error's cause.</exception>
    public static IReadOnlyList<Finding> ThrowIfInvalid(Message message)
    {
        var findings = Run(message);
        var errors = findings.Where(f => f.IsError).ToArray();
        return errors.Length == 0 ? findings : throw new InvalidMessageException(message.MessageType, errors);
    }
}
