using System;
using System.Management.Automation;
using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Errors;

/// <summary>Explains error records, and shows no key that they hold.</summary>
internal static class ErrorExplainer
{
    /// <summary>Never fails: a record that is not from this module is explained as foreign.</summary>
    public static ErrorInfo Explain(ErrorRecord error)
    {
        if (error.Exception is WeComException failure)
        {
            var known = ErrorIds.Explain(failure);
            return known with { Cause = ErrorRecords.NamingParameters(failure, failure.What) ?? known.Cause };
        }

        var text = error.Exception.Message;
        var info = ErrorIds.Explain(error.FullyQualifiedErrorId, text, RemoteRemedy(error.Exception)) ?? (IsBindingError(error) ? BindingError(text) : Foreign);
        return info with
        {
            // The text that a script throws is also the id of its error
            ErrorId = info.ErrorId ?? WebhookAddress.Mask(error.FullyQualifiedErrorId),
            Cause = info.Cause is { } cause ? WebhookAddress.Mask(cause) : null,
        };
    }

    private static ErrorInfo Foreign => new() { IsKnown = false, Meaning = CommandStrings.ForeignError, Remedy = CommandStrings.ForeignErrorRemedy };

    private static ErrorInfo BindingError(string what) => new() { Meaning = CommandStrings.ParametersRefused, Cause = what, Remedy = CommandStrings.ParametersRefusedRemedy };

    private static bool IsBindingError(ErrorRecord error) =>
        error.FullyQualifiedErrorId.Contains(",WeComRobot.Commands.") && error.CategoryInfo.Reason.StartsWith("ParameterBinding", StringComparison.Ordinal);

    /// <summary>The remedy of an error from a job or another session, which passes an exception's properties but not its type.</summary>
    private static string? RemoteRemedy(Exception exception) =>
        ((exception as RemoteException)?.SerializedRemoteException as PSObject)?.Properties["Remedy"]?.Value as string;
}
