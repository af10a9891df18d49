using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>Completes the names of registered robots and the variable that holds one, with the address as a hint; never a key.</summary>
public sealed class RobotCompleter : IArgumentCompleter
{
    private const string Variable = "$env:" + RobotArgument.EnvironmentVariable;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = WildcardPattern.Get(WildcardPattern.Escape(wordToComplete.Trim('\'', '"')) + "*", WildcardOptions.IgnoreCase);
        var names = RobotRegistry.Shared.GetAll(_ => { }).Select(robot => (Text: robot.Name, Hint: RobotInfo.From(robot).Address));
        var variable = parameterName == "Robot" && RobotArgument.FromEnvironment() is { } robot ? new[] { (Text: Variable, Hint: Hint(robot)) } : [];
        return names.Concat(variable).Where(choice => typed.IsMatch(choice.Text))
            .Select(choice => new CompletionResult(choice.Text, choice.Text, CompletionResultType.ParameterValue, choice.Hint));
    }

    /// <summary>Host and fingerprint, or the name, or why it cannot be used.</summary>
    private static string Hint(RobotArgument robot)
    {
        try
        {
            return robot.Name ?? WebhookAddress.Parse(robot.Webhook).ToString();
        }
        catch (WeComException failure)
        {
            return failure.Message;
        }
    }
}
