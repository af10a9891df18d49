using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;
using WeComRobot.Delivery;

namespace WeComRobot.Http;

/// <summary>Posts once, and tells what is certain from what is not when that fails.</summary>
internal sealed class Transport : IDisposable
{
    /// <summary>The service's answers have some hundred bytes; a hostile one must not fill the memory.</summary>
    private const int MaxAnswerBytes = 64 * 1024;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public Transport(HttpMessageHandler handler, TimeProvider time)
    {
        _time = time;
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.ExpectContinue = false;
    }

    /// <summary>Posts the content and reads the answer, whatever its status.</summary>
    /// <exception cref="CallFailure">NotSent or OutcomeUnknown.</exception>
    public async Task<HttpAnswer> PostAsync(ServiceCall call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var content = new TrackedContent(call.Body);
        using var timer = _time.CancelAfter(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, call.Uri) { Content = content };
            using var response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);

            // net472 reads a body without a token: closing the response ends it
            using var closing = either.Token.Register(() => Close(response));
            var bytes = await ReadAsync(response.Content, either.Token).ConfigureAwait(false);
            either.Token.ThrowIfCancellationRequested();
            return HttpAnswer.From(call.Robot, response, bytes, _time.GetUtcNow());
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw timer.IsCancellationRequested
                ? NoAnswer.Create(call, Strings.TimedOut.With(timeout.TotalSeconds), content.Began, isTimeout: true)
                : NoAnswer.Create(call, ForeignException.Describe(e), content.Began, isTimeout: false);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Closes a response. Whoever cancels must not get the exceptions of the network stack.</summary>
    private static void Close(HttpResponseMessage response)
    {
        try
        {
            response.Dispose();
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            // The read that this ends reports it
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        using var memory = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; memory.Length < MaxAnswerBytes && (read = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }
}
