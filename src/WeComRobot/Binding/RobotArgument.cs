using System;
using System.Management.Automation;
using System.Net;
using System.Security;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>
/// What was given as <c>-Robot</c>, held so that it shows nowhere: bound parameters reach transcripts, error records and
/// other cmdlets' hands.
/// </summary>
public sealed class RobotArgument
{
    /// <summary>Names the robot for those who give none.</summary>
    public const string EnvironmentVariable = "WECOM_ROBOT";

    private readonly object? _given;

    internal RobotArgument(object? given) => _given = given;

    /// <summary>What was given as text: whatever it is, it must not show, for a malformed key is nearly one.</summary>
    internal string? Text => _given switch
    {
        string text => text,
        SecureString secret => new NetworkCredential("", secret).Password,
        Uri uri => uri.OriginalString,
        _ => null,
    };

    /// <summary>The robot's address.</summary>
    /// <exception cref="WeComException">InvalidAddress, with the reason and without the key.</exception>
    public WebhookAddress Resolve() => (_given, Text) switch
    {
        (WebhookAddress address, _) => address,
        (_, { } text) => WebhookAddress.Parse(text),
        _ => throw new WeComException(
            FailureCause.InvalidAddress, CommandStrings.RobotWrongType, CommandStrings.RobotRemedy),
    };

    /// <summary>The robot of the environment variable.</summary>
    /// <exception cref="WeComException">RobotNotFound: the variable is not set.</exception>
    public static RobotArgument FromEnvironment() =>
        Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } text
            ? new RobotArgument(text)
            : throw new WeComException(FailureCause.RobotNotFound, CommandStrings.RobotNotGiven, CommandStrings.RobotRemedy);

    /// <summary>Never the text that was given.</summary>
    public override string ToString() => "***";
}

/// <summary>Takes anything as a robot, for what is wrong with it is told by the cmdlet, under a stable error id.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RobotTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = Unwrapped.Of(inputData);
        return given as RobotArgument ?? new RobotArgument(given);
    }
}
