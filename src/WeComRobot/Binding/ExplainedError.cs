using System.Management.Automation;
using WeComRobot.Reference;
using WeComRobot.Robots;

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
        var general = ErrorIds.Find(error.FullyQualifiedErrorId) ?? throw Foreign(error.FullyQualifiedErrorId);
        return ErrorText.Explain(error.Exception.Message) is { Code: not null } coded
            ? coded with { ErrorId = general.ErrorId }
            : general with { Cause = error.Exception.Message };
    }

    // What a script throws is its error's id too, so it may hold a key
    private static WeComException Foreign(string id) =>
        new(FailureCause.ForeignError, CommandStrings.ForeignError.With(WebhookAddress.Mask(id)), CommandStrings.ForeignErrorRemedy);
}
