using System;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>The control endpoints under /simulator.</summary>
public sealed class ControlTests : SimulatorTest
{
    private Uri MessagesAddress => new(Server.BaseAddress, "simulator/messages");

    private Uri MediaAddress => new(Server.BaseAddress, "simulator/media");

    [Fact]
    public async Task Messages_are_listed_in_order()
    {
        Assert.Equal("[]", await Http.GetStringAsync(MessagesAddress));
        var id = await this.MediaIdAsync();
        await SendAsync(Text("你好"));
        Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync($$$"""{"msgtype":"file","file":{"media_id":"{{{id}}}"}}""", Key);
        await SendAsync(Text("b"), OtherKey);

        var list = JsonDocument.Parse(await Http.GetStringAsync(MessagesAddress)).RootElement;
        Assert.Equal(3, list.GetArrayLength());
        Assert.Equal(Text("你好"), list[0].GetProperty("body").GetString());
        Assert.Equal("text", list[0].GetProperty("msgtype").GetString());
        Assert.Equal("2025-06-04T08:00:00+00:00", list[0].GetProperty("receivedAt").GetString());
        Assert.Equal("2025-06-04T08:00:01+00:00", list[1].GetProperty("receivedAt").GetString());
        Assert.Equal("wework.txt", list[1].GetProperty("media").GetProperty("displayName").GetString());
        Assert.Equal(6, list[1].GetProperty("media").GetProperty("size").GetInt32());
        Assert.Equal(OtherKey, list[2].GetProperty("key").GetString());
    }

    [Fact]
    public async Task Uploads_are_listed()
    {
        var id = await this.MediaIdAsync();
        var media = JsonDocument.Parse(await Http.GetStringAsync(MediaAddress)).RootElement[0];
        Assert.Equal(id, media.GetProperty("media_id").GetString());
        Assert.Equal("file", media.GetProperty("type").GetString());
        Assert.Equal(Upload.Disposition, media.GetProperty("contentDisposition").GetString());
        Assert.Equal(64, media.GetProperty("sha256").GetString()!.Length);
        Assert.Equal(6, media.GetProperty("filelength").GetInt64());
    }

    [Fact]
    public async Task Deleting_the_messages_resets_the_simulator()
    {
        var id = await this.MediaIdAsync();
        for (var i = 0; i < 20; i++)
        {
            await SendAsync(Text("a"));
        }

        Server.Script(new Fault { Status = 500 });
        Assert.Equal(HttpStatusCode.NoContent, (await Http.DeleteAsync(MessagesAddress)).StatusCode);

        Assert.Equal("[]", await Http.GetStringAsync(MessagesAddress));
        Assert.Equal("[]", await Http.GetStringAsync(MediaAddress));
        Assert.Equal(0, (await SendAsync(Text("a"))).ErrCode);
        Assert.Equal(40007, (await SendAsync($$$"""{"msgtype":"file","file":{"media_id":"{{{id}}}"}}""")).ErrCode);
    }
}
