using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Content;

namespace WeComRobot;

/// <summary>Every error record of the module is made here: one id and one category a cause (DESIGN, "The cmdlets").</summary>
internal static class ErrorRecords
{
    /// <param name="failure">What went wrong.</param>
    /// <param name="target">What the user can send again: the message, or the path.</param>
    public static ErrorRecord Of(WeComException failure, object? target)
    {
        var record = new ErrorRecord(failure, failure.ErrorId, CategoryOf(failure), target);
        if (failure is InvalidMessageException invalid && ParametersOf(invalid) is { Length: > 0 } parameters)
        {
            record.ErrorDetails = new ErrorDetails(CommandStrings.SeeParameters.With(failure.Message, parameters));
        }

        return record;
    }

    private static string ParametersOf(InvalidMessageException invalid) =>
        string.Join(", ", invalid.Errors.Select(e => FieldParameters.Find(e.Field)).Where(p => p is not null).Distinct());

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
