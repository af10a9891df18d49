using System.Management.Automation;

namespace WeComRobot;

/// <summary>Every error record of the module is made here: one id and one category a cause (DESIGN, "The cmdlets").</summary>
internal static class ErrorRecords
{
    /// <param name="failure">What went wrong.</param>
    /// <param name="target">What the user can send again: the message, or the path.</param>
    public static ErrorRecord Of(WeComException failure, object? target) =>
        new(failure, failure.ErrorId, CategoryOf(failure), target);

    private static ErrorCategory CategoryOf(WeComException failure) => failure.Cause switch
    {
        _ when failure.IsTimeout => ErrorCategory.OperationTimeout,
        FailureCause.InvalidAddress => ErrorCategory.InvalidArgument,
        FailureCause.RobotNotFound or FailureCause.FileNotFound => ErrorCategory.ObjectNotFound,
        FailureCause.ContentTooLong or FailureCause.RateLimited => ErrorCategory.LimitsExceeded,
        FailureCause.NotSent or FailureCause.OutcomeUnknown => ErrorCategory.ConnectionError,
        FailureCause.UnexpectedAnswer => ErrorCategory.ProtocolError,
        FailureCause.WebhookRefused => ErrorCategory.AuthenticationError,
        _ => ErrorCategory.InvalidData,
    };
}
