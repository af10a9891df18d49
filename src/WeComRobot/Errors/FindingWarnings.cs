using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Errors;

/// <summary>Turns findings that keep nothing from being sent into warnings.</summary>
internal static class FindingWarnings
{
    /// <param name="cmdlet">The cmdlet that warns.</param>
    /// <param name="findings">What it warns of.</param>
    public static void WriteWarnings(this Cmdlet cmdlet, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            cmdlet.WriteWarning(finding.Text);
        }
    }
}
