using System;
using System.Management.Automation;
using WeComRobot.Media;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Takes a bare media id as an upload of which nothing else is known.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MediaTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        BaseObject.Unwrap(inputData) is string { Length: > 0 } id ? UploadedMedia.FromId(id) : inputData;
}
