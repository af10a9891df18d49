using System;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>A user of the library can bring an HTTP handler of their own.</summary>
public class HandlerTests
{
    private static readonly WebhookAddress Robot = WebhookAddress.Parse(Keys.First);

    [Fact]
    public async Task It_serves_all_posts_whatever_the_proxy_and_is_closed_with_the_client()
    {
        var handlers = 0;
        using var handler = new OkHandler();
        using (var client = new RobotClient(createHandler: () =>
        {
            handlers++;
            return handler;
        }))
        {
            Assert.Equal(0, handlers);
            await client.SendAsync(Robot, Sample.Edited("text"));
            await client.SendAsync(Robot, Sample.Edited("text"), new() { Proxy = new("http://proxy.invalid:8080") });
            Assert.False(handler.IsDisposed);
        }

        Assert.Equal((1, 2), (handlers, handler.Posts));
        Assert.True(handler.IsDisposed);
    }

    private sealed class OkHandler : HttpMessageHandler
    {
        public int Posts { get; private set; }

        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Posts++;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"errcode":0,"errmsg":"ok"}""", Encoding.UTF8, "application/json") });
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
