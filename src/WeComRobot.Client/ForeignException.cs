using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;

namespace WeComRobot;

/// <summary>
/// Exceptions of HTTP, files and the platform. Their APIs throw more types than they document. Where such an API is called, each
/// exception becomes one of our errors with its cause, so that none ends a pipeline.
/// </summary>
internal static class ForeignException
{
    /// <summary>Whether an exception must become one of our errors. Those after which the process cannot go on do not.</summary>
    public static bool Is(Exception e) =>
        e is not (WeComException or OutOfMemoryException or StackOverflowException or AccessViolationException or ThreadAbortException);

    /// <summary>The message of the innermost exception on one line, after its type's name where the message alone is unclear.</summary>
    public static string Describe(Exception e)
    {
        var cause = e.GetBaseException();
        var name = cause.GetType().Name;
        var words = Visible.Line(cause.Message);
        return words.Length == 0 ? name : HasClearMessage(cause) ? words : $"{name}: {words}";
    }

    /// <summary>Whether the message alone says what happened, as those of the system and of the network stack do.</summary>
    private static bool HasClearMessage(Exception e) =>
        e is HttpRequestException or SocketException or AuthenticationException or IOException or UnauthorizedAccessException;
}
