using System;
using System.Management.Automation;

namespace WeComRobot.Errors;

/// <summary>Turns a failure into one non-terminating error (architecture.md#errors-are-the-interface).</summary>
internal static class FailureReporting
{
    /// <param name="cmdlet">The cmdlet that reports the error.</param>
    /// <param name="target">What the user can send again; null when there is nothing.</param>
    /// <param name="work">What may fail.</param>
    public static void ReportFailures(this Cmdlet cmdlet, object? target, Action work) =>
        Report(work, failure => cmdlet.WriteError(ErrorRecords.Create(failure, target)));

    /// <summary>Reports a failure in another way than as an error.</summary>
    public static void Report(Action work, Action<WeComException> report)
    {
        try
        {
            work();
        }
        catch (WeComException failure)
        {
            report(failure);
        }
    }
}
