using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Client.Tests.Delivery.Foreign;

/// <summary>A service in memory, whose first post throws at one place; all others are delivered.</summary>
/// <param name="place">Where.</param>
/// <param name="error">Gives what.</param>
internal sealed class ThrowingHandler(Place place, Func<Exception> error) : HttpMessageHandler
{
    private static readonly byte[] Ok = [.. "{\"errcode\":0,\"errmsg\":\"ok\",\"media_id\":\"id\"}"u8];

    /// <summary>How many posts came here.</summary>
    public int Posts { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Throw(Posts++ == 0, Place.Send);
        return AnswerAsync(request, Posts == 1);
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, bool isFirst)
    {
        await Task.Yield();
        Throw(isFirst, Place.Connect);
        await request.Content!.CopyToAsync(new ThrowingStream([]) { AtWrite = () => Throw(isFirst, Place.WriteBody) }, CancellationToken.None);
        Throw(isFirst, Place.AwaitAnswer);
        var reads = 0;
        ThrowingStream answer = new(Ok)
        {
            AtRead = () => Throw(isFirst, reads++ == 0 ? Place.FirstRead : Place.LaterRead),
            AtClose = () => Throw(isFirst, Place.CloseAnswer),
        };
        return new(HttpStatusCode.OK) { Content = new ThrowingContent(answer, () => Throw(isFirst, Place.OpenAnswer)) };
    }

    private void Throw(bool isFirst, Place at)
    {
        if (isFirst && at == place)
        {
            throw error();
        }
    }

    private sealed class ThrowingContent(Stream answer, Action open) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync()
        {
            open();
            return Task.FromResult(answer);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
