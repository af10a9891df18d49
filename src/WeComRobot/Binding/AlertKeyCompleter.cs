using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using WeComRobot.Alerts;
using WeComRobot.Targets;

namespace WeComRobot.Binding;

/// <summary>Completes the keys of alerts that are firing, with severity, title and time as a hint.</summary>
public sealed class AlertKeyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = WildcardPattern.Get(WildcardPattern.Escape(wordToComplete.Trim('\'', '"')) + "*", WildcardOptions.IgnoreCase);
        return Find().Where(alert => typed.IsMatch(alert.Key)).GroupBy(alert => alert.Key.ToUpperInvariant()).Select(same => same.First())
            .Select(alert => new CompletionResult(Quote(alert.Key), alert.Key, CompletionResultType.ParameterValue, Describe(alert)));
    }

    private static IReadOnlyList<FiringAlert> Find()
    {
        try
        {
            return AlertSelection.Find(["*"], ["*"]);
        }
        catch (WeComException)
        {
            // Without a state there is nothing to complete
            return [];
        }
    }

    private static string Describe(FiringAlert alert) => $"{alert.Robot}: {alert.Severity}, {alert.Title}, {alert.Since:g}";

    private static string Quote(string key) => key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? key : $"'{CodeGeneration.EscapeSingleQuotedStringContent(key)}'";
}
