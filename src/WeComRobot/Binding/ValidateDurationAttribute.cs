using System;
using System.Management.Automation;

namespace WeComRobot.Binding;

/// <summary>
/// A time that is neither too short nor too long to be meant: PowerShell takes a bare 3600 as ticks, and '3600' as days.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateDurationAttribute : ValidateArgumentsAttribute
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>Whether no time at all is allowed, too.</summary>
    public bool AllowZero { get; set; }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is TimeSpan time && (time < Shortest || time > Longest) && !(AllowZero && time == TimeSpan.Zero))
        {
            throw new ValidationMetadataException((AllowZero ? CommandStrings.DurationNorZero : CommandStrings.DurationInvalid).With(time));
        }
    }
}
