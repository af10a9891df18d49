using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace WeComRobot.Binding;

/// <summary>Completes the ids of the machine's time zones; the tool tip says what they are.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        return TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.Id.IndexOf(typed, StringComparison.OrdinalIgnoreCase) >= 0)
            .OrderBy(zone => zone.Id, StringComparer.OrdinalIgnoreCase)
            .Select(zone => new CompletionResult(Quote(zone.Id), zone.Id, CompletionResultType.ParameterValue, zone.DisplayName));
    }

    private static string Quote(string id) => id.Contains(' ') ? $"'{id}'" : id;
}
