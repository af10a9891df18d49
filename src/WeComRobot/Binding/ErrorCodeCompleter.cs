using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using WeComRobot.Reference;

namespace WeComRobot.Binding;

/// <summary>Completes known errcodes: the list shows how the errmsg begins, the tool tip what it means.</summary>
public sealed class ErrorCodeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from known in ErrorCodes.All
        let code = known.Code!.Value.ToString(CultureInfo.InvariantCulture)
        where code.StartsWith(wordToComplete, StringComparison.Ordinal)
        group known by code into meanings
        let words = meanings.First()
        select new CompletionResult(
            meanings.Key,
            $"{meanings.Key}  {words.ErrorMessage.FirstOrDefault() ?? words.Meaning}",
            CompletionResultType.ParameterValue,
            string.Join(" / ", meanings.Select(meaning => meaning.Meaning)));
}
