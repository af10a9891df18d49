using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;

namespace WeComRobot;

/// <summary>
/// Exceptions of HTTP, files and the platform. The network and file APIs document many, and throw others: where such an API is
/// called, each becomes one of our errors with its cause, so that none ends a pipeline.
/// </summary>
internal static class ForeignException
{
    /// <summary>Whether it must become one of our errors: not one already, and none after which the process cannot go on.</summary>
    public static bool Is(Exception e) =>
        e is not (WeComException or OutOfMemoryException or StackOverflowException or AccessViolationException or ThreadAbortException);

    /// <summary>The innermost cause in words, on one line. Where its type says more than its message, the type comes first.</summary>
    public static string Describe(Exception e)
    {
        var cause = e.GetBaseException();
        var name = cause.GetType().Name;
        var words = Visible.Line(cause.Message);
        return words.Length == 0 ? name : HasClearMessage(cause) ? words : $"{name}: {words}";
    }

    /// <summary>The system's and the network stack's own messages say what happened.</summary>
    private static bool HasClearMessage(Exception e) =>
        e is HttpRequestException or SocketException or AuthenticationException or IOException or UnauthorizedAccessException;
}
