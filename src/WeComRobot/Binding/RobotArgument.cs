using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Objects;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>
/// A robot as the user gave it, which shows nowhere: bound parameters reach transcripts, error records and other cmdlets.
/// </summary>
public sealed class RobotArgument
{
    /// <summary>The environment variable with the robot for calls that name none.</summary>
    public const string EnvironmentVariable = "WECOM_ROBOT";

    private static RobotArgument? _lastFromEnvironment;

    private readonly object? _given;

    internal RobotArgument(object? given) => _given = given;

    /// <summary>The robot of the environment variable, the same object until it changes; null when it is not set.</summary>
    internal static RobotArgument? FromEnvironment() =>
        Environment.GetEnvironmentVariable(EnvironmentVariable) is not { } text || WebhookAddress.Trim(text).Length == 0 ? null
        : _lastFromEnvironment is { _given: string last } same && last == text ? same
        : _lastFromEnvironment = new(text);

    /// <summary>What was given as text. Whatever it is, it must not show: a malformed key is nearly a key.</summary>
    internal string? Text => Given is { } text ? WebhookAddress.Trim(text) : null;

    /// <summary>What of it must not show in a quoted line: everything, unless it is a name that does not resemble a key.</summary>
    internal string? Secret => Name is { } name ? RobotName.SecretIn(name) : Text;

    /// <summary>What of several robots must not show in a quoted line.</summary>
    internal static IEnumerable<string?> SecretsIn(IEnumerable<RobotArgument>? robots) => (robots ?? []).Select(robot => robot.Secret);

    /// <summary>The name of a registered robot; null for any other.</summary>
    internal string? Name => _given is RobotInfo robot ? robot.Name
        : Text is { } text && !WebhookAddress.LooksLikeAddress(text) && RobotName.IsValid(text) ? text
        : null;

    /// <summary>The address itself.</summary>
    /// <exception cref="WeComException">InvalidAddress, with the reason and without the key.</exception>
    internal string Webhook => Text ?? throw new WeComException(
        FailureCause.InvalidAddress, CommandStrings.RobotWrongType.With(_given?.GetType().Name ?? "$null"), CommandStrings.RobotRemedy);

    private string? Given => _given is Uri uri ? uri.OriginalString : GivenText.Of(_given);

    /// <summary>Never the text that was given.</summary>
    public override string ToString() => "***";
}

/// <summary>Takes anything as a robot, or as several, so that the cmdlet says what is wrong with it, under a stable error id.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RobotTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is { } several && ToArguments(several.Cast<object?>()) is { Length: > 0 } robots
            ? robots
            : ToArguments([inputData]);

    private static RobotArgument[] ToArguments(IEnumerable<object?> given) =>
        [.. given.Select(BaseObject.Unwrap).Select(robot => robot as RobotArgument ?? new(robot))];
}
