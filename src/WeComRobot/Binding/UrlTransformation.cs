using System;
using System.Management.Automation;
using WeComRobot.Objects;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>Masks the password in a URL before anything can show it. The cmdlet then refuses the URL, with the reason.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UrlTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => BaseObject.Unwrap(inputData) switch
    {
        string text => WebhookAddress.Mask(text),
        Uri uri => new Uri(WebhookAddress.Mask(uri.OriginalString), UriKind.RelativeOrAbsolute),
        _ => inputData,
    };
}
