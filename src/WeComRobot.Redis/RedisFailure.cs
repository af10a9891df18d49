using System;
using StackExchange.Redis;

namespace WeComRobot.Redis;

/// <summary>Says in a sentence why Redis cannot be used. The texts of StackExchange.Redis are for its developers.</summary>
internal static class RedisFailure
{
    public static string Describe(Exception e) => e.GetBaseException() switch
    {
        RedisServerException server => Strings.ServerRefused.With(Visible.Line(server.Message)),
        RedisTimeoutException => Strings.NoAnswerInTime,
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => Strings.PasswordWrong,
        RedisConnectionException => Strings.NotReached,
        var other => Strings.AnswerMakesNoSense.With(PlatformExceptions.Describe(other)),
    };

    /// <summary>The error that a limit cannot be set now.</summary>
    /// <param name="fleet">The fleet's name.</param>
    /// <param name="trouble">Why Redis cannot be used.</param>
    public static WeComException CreateLimitError(string fleet, string? trouble) =>
        new(FailureCause.StateUnwritable, Strings.LimitUnwritable.With(fleet, trouble), Strings.LimitRemedy);
}
