using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Findings about the content of a message.</summary>
internal static class ContentFinding
{
    public static Finding Error(ContentMessage message, string text, FailureCause cause, long? limit = null, long? actual = null) =>
        Create(message, text, isError: true, cause, limit, actual);

    public static Finding Warning(ContentMessage message, string text, long? limit = null) =>
        Create(message, text, isError: false, FailureCause.InvalidMessage, limit, null);

    private static Finding Create(ContentMessage message, string text, bool isError, FailureCause cause, long? limit, long? actual) =>
        new(message.ContentPath, message.GetType(), nameof(TextBody.Content), text, isError, cause, limit, actual);
}
