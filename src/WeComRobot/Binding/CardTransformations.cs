using System;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Messages.Cards;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Takes a URL, as text or Uri, for the action that opens it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CardActionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        BaseObject.Unwrap(inputData) switch
        {
            string url => new CardAction { Type = CardJump.ToUrl, Url = url },
            Uri url => new CardAction { Type = CardJump.ToUrl, Url = url.OriginalString },
            _ => inputData,
        };
}

/// <summary>Takes the entries of a hashtable, or the properties of any object, as rows, in their order.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CardFieldTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        CardFieldReader.Read(inputData).ToArray();
}
