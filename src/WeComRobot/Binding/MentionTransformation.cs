using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Takes user ids or mobile numbers, also in lists of lists. The binder alone would take the name of an object's type for one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MentionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is null ? inputData! : Read(inputData, 0).ToArray();

    private static IEnumerable<string> Read(object? given, int depth) =>
        given is null ? [""]
        : PlainValue.TextOf(given) is { } text ? [text]
        : depth == 0 && Items.TryEnumerate(given) is { } outer ? outer.SelectMany(item => Read(item, 1))
        : depth == 1 && Items.TryEnumerate(given) is { } inner ? inner.SelectMany(item => Read(item, 2))
        : throw new ArgumentTransformationMetadataException(CommandStrings.MentionNoText.With(Original.ReadableTypeName(PSObject.AsPSObject(given))));
}
