using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Sockets;
using System.Security.Authentication;
using StackExchange.Redis;

namespace WeComRobot.Redis.Connection;

/// <summary>Says in a sentence why Redis cannot be used. The texts of StackExchange.Redis are for its developers.</summary>
internal static class RedisFailure
{
    /// <param name="e">The exception.</param>
    /// <param name="configuration">What the user asked for.</param>
    public static string Describe(Exception e, FleetConfiguration configuration)
    {
        // The innermost is what happened; those around it tell of the connection
        var chain = Unfold(e).Reverse().ToArray();
        return chain.Any(cause => cause is InvalidCredentialException) ? Strings.PasswordWrong
            : chain.Any(cause => cause is AuthenticationException) ? Strings.TlsFailed.With(PlatformExceptions.Describe(chain[0]))
            : chain.Any(cause => cause is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }) ? Strings.PasswordWrong
            : chain.OfType<RedisServerException>().FirstOrDefault() is { } refused ? DescribeAnswer(Visible.Line(refused.Message), configuration.KeyPrefix)
            : chain.OfType<RedisConnectionException>().Any() ? DescribeConnection(chain[0])
            : chain[0] is RedisTimeoutException ? Strings.NoAnswer.With(configuration.MaxWait.TotalSeconds)
            : Strings.AnswerMakesNoSense.With(PlatformExceptions.Describe(e));
    }

    /// <summary>The error that a limit cannot be set now.</summary>
    public static WeComException LimitUnwritable(string name, string? trouble) =>
        new(FailureCause.StateUnwritable, Strings.LimitUnwritable.With(name, trouble), Strings.LimitRemedy);

    private static string DescribeConnection(Exception cause) =>
        cause is SocketException ? Strings.NotReachedWhy.With(PlatformExceptions.Describe(cause)) : Strings.NotReached;

    private static string DescribeAnswer(string answer, string keyPrefix)
    {
        // What follows is about the script, as " script: 84e3…, on @user_script:2."
        var words = answer.Split(" script: ")[0];
        return answer.Contains("READONLY", StringComparison.Ordinal) ? Strings.ReadOnly
            : answer.Contains("OOM", StringComparison.Ordinal) ? Strings.MemoryFull
            : answer.Contains("NOPERM", StringComparison.Ordinal) ? Strings.RightMissing.With(words, keyPrefix)
            : Strings.ServerRefused.With(words);
    }

    private static IEnumerable<Exception> Unfold(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
