using System;
using System.Buffers;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;
using WeComRobot.Robots;

namespace WeComRobot.Http;

/// <summary>Posts over the connections of one handler. A failed post says whether anything may have arrived.</summary>
internal sealed class HttpPost : IDisposable
{
    /// <summary>The service's answers have a few hundred bytes. A hostile one must not fill the memory.</summary>
    private const int MaxAnswerBytes = 64 * 1024;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public HttpPost(HttpMessageHandler handler, TimeProvider time)
    {
        _time = time;
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.ExpectContinue = false;
    }

    /// <summary>Posts the content and reads the answer, whatever its status.</summary>
    /// <param name="robot">The robot, whose key is redacted in the answer.</param>
    /// <param name="uri">The address, with its key.</param>
    /// <param name="body">What is posted.</param>
    /// <param name="timeout">How long it may take, up to the end of the answer.</param>
    /// <param name="cancellationToken">Cancels the post.</param>
    /// <exception cref="HttpPostException">No answer came.</exception>
    public async Task<HttpAnswer> PostAsync(WebhookAddress robot, Uri uri, HttpContent body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var content = new TrackedContent(body);
        using var stop = _time.CancelAfter(timeout);
        using var cancelling = cancellationToken.Register(Cancel, stop);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);

            // On net472 reading a body ignores the token: closing the response ends it
            using var closing = stop.Token.Register(Close, response);
            var bytes = await ReadAsync(response.Content, stop.Token).ConfigureAwait(false);
            stop.Token.ThrowIfCancellationRequested();
            return new(robot, response, bytes, _time.GetUtcNow());
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw stop.IsCancellationRequested
                ? new HttpPostException(Strings.TimedOut.With(timeout.TotalSeconds), content.HasBegun, isTimeout: true)
                : new HttpPostException(PlatformExceptions.Describe(e), content.HasBegun, isTimeout: false);
        }
    }

    public void Dispose() => _http.Dispose();

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();

    /// <summary>Closes a response. The code that cancels must not see the exceptions of the network stack.</summary>
    private static void Close(object? response)
    {
        try
        {
            ((HttpResponseMessage)response!).Dispose();
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            // The read that ends here reports it
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(MaxAnswerBytes);
        var length = 0;
        for (int read; length < buffer.Length
            && (read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            length += read;
        }

        var bytes = buffer.AsSpan(0, length).ToArray();

        // After a failure it is not returned, because a read may still be under way
        ArrayPool<byte>.Shared.Return(buffer);
        return bytes;
    }
}
