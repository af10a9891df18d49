using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Delivery.Foreign;

/// <summary>What HttpClient, its handlers and streams, the file APIs and the platform beneath them are documented to throw, and what they throw besides.</summary>
internal static class ThrownTypes
{
    public static IReadOnlyList<Exception> All { get; } =
    [
        .. Enum.GetValues<HttpRequestError>().Select(error => new HttpRequestException(error, $"The request failed: {error}.")),
        new HttpRequestException("An error occurred.", new IOException("Unable to read.", new SocketException((int)SocketError.ConnectionReset))),
        new HttpRequestException("The SSL connection could not be established.", new AuthenticationException("The remote certificate is invalid.")),
        new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely."),
        new HttpProtocolException(2, "The HTTP/2 server sent GOAWAY.", null),
        .. new[] { SocketError.HostNotFound, SocketError.ConnectionRefused, SocketError.TimedOut }.Select(error => new SocketException((int)error)),
        new AuthenticationException("The handshake failed."),
        new WebException("The remote name could not be resolved.", WebExceptionStatus.NameResolutionFailure),
        new ProtocolViolationException("The content length must be set."),
        new CookieException(),
        new TaskCanceledException("The request was canceled.", new TimeoutException("The operation was canceled.")),
        new TaskCanceledException(),
        new OperationCanceledException(new CancellationToken(canceled: true)),
        new TimeoutException(),
        new InvalidDataException("The archive entry was compressed using an unsupported compression method."),
        new ObjectDisposedException("System.Net.Http.HttpClient"),
        new InvalidOperationException("The request message was already sent."),
        new NotSupportedException("The stream does not support seeking."),
        new PlatformNotSupportedException(),
        new ArgumentException("The path is empty."),
        new ArgumentNullException("path"),
        new ArgumentOutOfRangeException("count"),
        new UriFormatException("Invalid URI: the hostname could not be parsed."),
        new FormatException("The format of value 'x' is invalid."),
        new DecoderFallbackException("Unable to translate bytes [FF]."),
        new EncoderFallbackException(),
        new OverflowException(),
        new IOException("No space left on device."),
        new EndOfStreamException(),
        new FileNotFoundException("Could not find file.", "a.txt"),
        new DirectoryNotFoundException(),
        new DriveNotFoundException(),
        new PathTooLongException(),
        new FileLoadException(),
        new UnauthorizedAccessException("Access to the path is denied."),
        new SecurityException(),
        new CryptographicException("The cipher is not supported."),
        new Win32Exception(5),
        new AggregateException(new IOException("One of several."), new TimeoutException()),
        new TypeInitializationException("System.Net.Http.Handler", new DllNotFoundException("libssl")),
        new BadImageFormatException(),
        new MissingMethodException("A.B"),
        new NullReferenceException(),
        new IndexOutOfRangeException(),
        new InvalidCastException(),
        new Exception(""),
        new Exception("two\r\nlines and \u001B[31mcolour"),
    ];
}
