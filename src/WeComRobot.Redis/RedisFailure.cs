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
}
