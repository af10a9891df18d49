using System.Linq;
using System.Management.Automation;
using WeComRobot.Delivery;
using WeComRobot.Messages.Validation;
using WeComRobot.Outbox;

namespace WeComRobot.Errors;

/// <summary>
/// Makes every error record of the module: each cause has one id and one category (architecture.md#errors-are-the-interface).
/// </summary>
internal static class ErrorRecords
{
    /// <param name="failure">What went wrong.</param>
    /// <param name="target">What the user can send again: the message, or the path. If parts of a message did not arrive, they take its place.</param>
    public static ErrorRecord Create(WeComException failure, object? target)
    {
        // A message in the outbox must not be sent by another way as well
        var delivery = target is OutboxItem ? null : failure as DeliveryException;
        var partial = delivery as PartialDeliveryException;
        var details = target is OutboxItem ? CommandStrings.StaysInOutbox.With(failure.Message)
            : partial is not null ? CommandStrings.SendTheRest.With(failure.Message)
            : NamingParameters(failure, failure.Message);
        return new ErrorRecord(failure, failure.ErrorId, CategoryOf(failure), partial?.Undelivered.ToArray() ?? delivery?.Undelivered[0] ?? target)
        {
            ErrorDetails = details is null ? null : new ErrorDetails(details),
        };
    }

    /// <summary>The text about a broken rule, and the parameters that set the fields; null for any other failure.</summary>
    public static string? NamingParameters(WeComException failure, string text) =>
        failure is InvalidMessageException invalid && ParametersOf(invalid) is { Length: > 0 } parameters
            ? CommandStrings.SeeParameters.With(text, parameters)
            : null;

    private static string ParametersOf(InvalidMessageException invalid) =>
        string.Join(", ", invalid.Errors.Select(FieldParameters.Find).Where(p => p is not null).Distinct());

    private static ErrorCategory CategoryOf(WeComException failure) => failure.Cause switch
    {
        _ when failure.IsTimeout => ErrorCategory.OperationTimeout,
        FailureCause.InvalidAddress or FailureCause.OutboxNeedsName or FailureCause.InvalidFleet => ErrorCategory.InvalidArgument,
        FailureCause.OutboxUnwritable or FailureCause.StateUnwritable => ErrorCategory.WriteError,
        FailureCause.OutboxUnusable => ErrorCategory.ReadError,
        FailureCause.RobotNotFound or FailureCause.FileNotFound or FailureCause.AgentNotFound => ErrorCategory.ObjectNotFound,
        FailureCause.ContentTooLong or FailureCause.RateLimited => ErrorCategory.LimitsExceeded,
        FailureCause.NotSent or FailureCause.OutcomeUnknown => ErrorCategory.ConnectionError,
        FailureCause.UnexpectedAnswer => ErrorCategory.ProtocolError,
        FailureCause.WebhookRefused => ErrorCategory.AuthenticationError,
        _ => ErrorCategory.InvalidData,
    };
}
