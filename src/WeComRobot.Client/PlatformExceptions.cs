using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;

namespace WeComRobot;

/// <summary>
/// Exceptions of .NET's HTTP, file and other APIs, which throw more types than they document. The code that calls such an API turns
/// each exception into one of our errors with its cause, so that none ends a pipeline.
/// </summary>
internal static class PlatformExceptions
{
    /// <summary>Whether an exception must become one of our errors: any but ours and those after which the process cannot continue.</summary>
    public static bool ShouldWrap(Exception e) =>
        e is not (WeComException or OutOfMemoryException or StackOverflowException or AccessViolationException or ThreadAbortException);

    /// <summary>The message of the innermost exception on one line, after the name of its type if the message alone would be unclear.</summary>
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
