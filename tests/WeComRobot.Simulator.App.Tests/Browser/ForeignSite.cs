using System;
using System.Net;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>A web site of somebody else, under another name and port than the simulator's.</summary>
internal sealed class ForeignSite : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <param name="html">Its only page.</param>
    public ForeignSite(string html)
    {
        Address = $"http://localhost:{TestPort.Find()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync(Encoding.UTF8.GetBytes(html));
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync(byte[] page)
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Close(page, willBlock: false);
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
