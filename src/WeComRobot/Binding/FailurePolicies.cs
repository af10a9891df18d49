using System;
using System.Management.Automation;
using WeComRobot.Outbox;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>What happens to a message that could not be delivered, when no parameter says so.</summary>
internal static class FailurePolicies
{
    private const string EnvironmentVariable = "WECOM_ON_FAILURE";

    /// <summary>The value of the environment variable. Defaults to Error. An unknown value is a warning, and keeps no message from being sent.</summary>
    public static FailurePolicy FromEnvironment(PSCmdlet cmdlet)
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
