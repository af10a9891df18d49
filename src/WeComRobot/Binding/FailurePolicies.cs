using System;
using System.Management.Automation;
using WeComRobot.Outbox;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>What becomes of a message that could not be delivered, where the command line does not say so.</summary>
internal static class FailurePolicies
{
    private const string EnvironmentVariable = "WECOM_ON_FAILURE";

    /// <summary>What the environment variable says; an error where it is not set. Anything else in it is told, and keeps no message from going.</summary>
    public static FailurePolicy OfEnvironment(PSCmdlet cmdlet)
    {
        var text = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (string.IsNullOrEmpty(text))
        {
            return FailurePolicy.Error;
        }

        if (Enum.TryParse<FailurePolicy>(text, ignoreCase: true, out var policy) && Enum.IsDefined(typeof(FailurePolicy), policy))
        {
            return policy;
        }

        cmdlet.WriteWarning(CommandStrings.OnFailureUnknown.With(EnvironmentVariable, WebhookAddress.Mask(text)));
        return FailurePolicy.Error;
    }
}
