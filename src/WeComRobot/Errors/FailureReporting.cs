using System;
using System.Management.Automation;

namespace WeComRobot.Errors;

/// <summary>Work whose failure is one error, and leaves the pipeline running (architecture.md#errors-are-the-interface).</summary>
internal static class FailureReporting
{
    /// <param name="cmdlet">Whose error it is.</param>
    /// <param name="target">What the user can send again; null when there is nothing.</param>
    /// <param name="work">The work.</param>
    public static void ReportFailures(this Cmdlet cmdlet, object? target, Action work)
    {
        try
        {
            work();
        }
        catch (WeComException failure)
        {
            cmdlet.WriteError(ErrorRecords.Create(failure, target));
        }
    }
}
