using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace WeComRobot.Binding;

/// <summary>Completes -Robot to the variable that holds one, with its host and fingerprint as a hint: never to a key.</summary>
public sealed class RobotCompleter : IArgumentCompleter
{
    private const string Variable = "$env:" + RobotArgument.EnvironmentVariable;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Hint() is { } hint ? [new CompletionResult(Variable, Variable, CompletionResultType.ParameterValue, hint)] : [];

    /// <summary>Null where the variable is not set; why it is no good, where it is.</summary>
    private static string? Hint()
    {
        try
        {
            return RobotArgument.FromEnvironment().Resolve().ToString();
        }
        catch (WeComException failure)
        {
            return failure.Cause == FailureCause.RobotNotFound ? null : failure.Message;
        }
    }
}
