using System.Management.Automation;
using WeComRobot.Reference;

namespace WeComRobot.Binding;

/// <summary>What an error record of this module means.</summary>
internal static class ExplainedError
{
    /// <exception cref="WeComException">ForeignError: another's.</exception>
    public static ErrorInfo Of(ErrorRecord error)
    {
        if (error.Exception is WeComException failure)
        {
            return ErrorIds.Of(failure);
        }

        // From a job or another session only id and text arrive
        var id = error.FullyQualifiedErrorId;
        var general = ErrorIds.Find(id)
            ?? throw new WeComException(FailureCause.ForeignError, CommandStrings.ForeignError.With(id), CommandStrings.ForeignErrorRemedy);
        return ErrorText.Explain(error.Exception.Message) is { Code: not null } coded
            ? coded with { ErrorId = general.ErrorId }
            : general with { Cause = error.Exception.Message };
    }
}
