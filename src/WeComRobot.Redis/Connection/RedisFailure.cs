using System;
using System.Collections.Generic;
using System.Linq;
using StackExchange.Redis;

namespace WeComRobot.Redis.Connection;

/// <summary>Says in a sentence why Redis cannot be used. The texts of StackExchange.Redis are for its developers.</summary>
internal static class RedisFailure
{
    public static string Describe(Exception e)
    {
        // The innermost is what happened; those around it tell of the connection
        var chain = Unfold(e).Reverse().ToArray();
        return chain.Any(cause => cause is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }) ? Strings.PasswordWrong
            : chain.OfType<RedisServerException>().FirstOrDefault() is { } refused ? Strings.ServerRefused.With(Visible.Line(refused.Message))
            : chain.OfType<RedisConnectionException>().Any() ? Strings.NotReached
            : chain[0] is RedisTimeoutException ? Strings.NoAnswerInTime
            : Strings.AnswerMakesNoSense.With(PlatformExceptions.Describe(e));
    }

    /// <summary>The error that a limit cannot be set now.</summary>
    public static WeComException LimitUnwritable(string name, string? trouble) =>
        new(FailureCause.StateUnwritable, Strings.LimitUnwritable.With(name, trouble), Strings.LimitRemedy);

    private static IEnumerable<Exception> Unfold(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
