using System.Collections.Generic;
using System.Linq;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Checks a message against every rule of the official page before anything is sent.</summary>
internal static class MessageCheck
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

    /// <summary>Throws one error that names every broken rule; returns the recommendations that are not followed.</summary>
    /// <exception cref="InvalidMessageException">InvalidMessage, ContentTooLong or InvalidMedia: the first error's cause.</exception>
    public static IReadOnlyList<Finding> ThrowIfInvalid(Message message) => ThrowIfInvalid([message]);

    /// <summary>The same for the parts of one message: the error is that of the first part that breaks a rule.</summary>
    /// <exception cref="InvalidMessageException">It also lists the recommendations that the parts before that one do not follow.</exception>
    internal static IReadOnlyList<Finding> ThrowIfInvalid(IReadOnlyList<Message> messages)
    {
        var recommendations = new List<Finding>();
        foreach (var message in messages)
        {
            var findings = Run(message);
            if (findings.Any(finding => finding.IsError))
            {
                throw new InvalidMessageException(message.MessageType, [.. findings.Where(finding => finding.IsError)]) { Recommendations = recommendations };
            }

            recommendations.AddRange(findings);
        }

        return recommendations;
    }
}
