using System;
using System.Management.Automation;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Converts a value to the text that people read. For many, the binder alone would use the name of the type.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        BaseObject.Unwrap(inputData) is null or string ? inputData : DisplayText.Format(inputData);
}
