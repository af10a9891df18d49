using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;

namespace WeComRobot.Pipeline;

/// <summary>Reads pipeline input as content. Objects without an obvious text are one error for each type.</summary>
/// <param name="cmdlet">The cmdlet that reports the errors.</param>
/// <param name="reader">Reads the text of an input.</param>
internal sealed class PipelineContent(Cmdlet cmdlet, ContentReader reader)
{
    private readonly HashSet<string> _refusals = [];

    /// <summary>Whether an input had no obvious text.</summary>
    public bool HasRefused => _refusals.Count > 0;

    /// <summary>The content; null while formatted output continues with the next input, and if the input has no obvious text.</summary>
    public string? Read(PSObject input)
    {
        try
        {
            return reader.Read(input);
        }
        catch (WeComException failure)
        {
            if (_refusals.Add(failure.What))
            {
                cmdlet.WriteError(ErrorRecords.Create(failure, input));
            }

            return null;
        }
    }

    /// <summary>The rest of formatted output that was cut off; null when there is none.</summary>
    public string? Finish() => reader.Finish();
}
