using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Errors;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Takes an exception as an error record: as the one that it carries, which $Error and -ErrorVariable hold after -ErrorAction Stop, else as a new one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ErrorRecordTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => BaseObject.Unwrap(inputData) switch
    {
        IContainsErrorRecord thrown => thrown.ErrorRecord,
        WeComException failure => ErrorRecords.Create(failure, null),
        Exception other => new ErrorRecord(other, other.GetType().FullName, ErrorCategory.NotSpecified, null),
        IList several => several.Cast<object>().Select(item => Transform(engineIntrinsics, item)).ToArray(),
        _ => inputData,
    };
}
