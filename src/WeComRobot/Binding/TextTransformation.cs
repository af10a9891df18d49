using System;
using System.Linq;
using System.Management.Automation;

namespace WeComRobot.Binding;

/// <summary>Takes a value for its text as people read it; the binder's own would be the name of a type for many.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Unwrapped.Of(inputData) is null or string ? inputData
        : (Items.TryEnumerate(inputData) ?? [inputData]).Any(item => item is not null && FormattedOutput.Is(PSObject.AsPSObject(item))) ? throw new ArgumentTransformationMetadataException(CommandStrings.ObjectsFormatted)
        : DisplayValue.TextOf(inputData);
}
