using System;
using System.Collections.Generic;
using System.Linq;
using StackExchange.Redis;

namespace WeComRobot.Redis;

/// <summary>Says in a sentence why Redis cannot be used. The texts of StackExchange.Redis are for its developers.</summary>
internal static class RedisFailure
{
    public static string Describe(Exception e)
    {
        var causes = Causes(e).ToArray();
        return causes.OfType<RedisServerException>().FirstOrDefault() is { } server ? Strings.ServerRefused.With(Visible.Line(server.Message))
            : causes.OfType<RedisConnectionException>().Any(cause => cause.FailureType == ConnectionFailureType.AuthenticationFailure) ? Strings.PasswordWrong
            : causes.Any(cause => cause is RedisTimeoutException) ? Strings.NoAnswerInTime
            : causes.Any(cause => cause is RedisConnectionException) ? Strings.NotReached
            : Strings.AnswerMakesNoSense.With(PlatformExceptions.Describe(e));
    }

    /// <summary>The error that a limit cannot be set now.</summary>
    /// <param name="fleet">The fleet's name.</param>
    /// <param name="trouble">Why Redis cannot be used.</param>
    public static WeComException CreateLimitError(string fleet, string? trouble) =>
        new(FailureCause.StateUnwritable, Strings.LimitUnwritable.With(fleet, trouble), Strings.LimitRemedy);

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
