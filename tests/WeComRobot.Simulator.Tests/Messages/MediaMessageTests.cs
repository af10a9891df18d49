using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>File and voice messages, which refer to an upload by its media id.</summary>
public sealed class MediaMessageTests : SimulatorTest
{
    [Theory]
    [InlineData("file")]
    [InlineData("voice")]
    public async Task An_upload_can_be_sent_repeatedly(string type)
    {
        var id = await this.MediaIdAsync(type);
        await AcceptsAsync(Message(type, id));
        await AcceptsAsync(Message(type, id));
        Assert.All(Server.Messages, message => Assert.Equal(Server.Media[0], message.Media));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("voice")]
    public async Task An_unknown_id_is_refused(string type)
    {
        await RefusesAsync(40007, Message(type, "3a8asd892asd8asd"));
        await RefusesAsync(40007, Message(type, ""));
        await RefusesAsync(40007, new JsonObject { ["msgtype"] = type });
    }

    [Theory]
    [InlineData("file", "voice")]
    [InlineData("voice", "file")]
    public async Task An_upload_of_the_other_type_is_refused(string uploaded, string sent) =>
        await RefusesAsync(40007, Message(sent, await this.MediaIdAsync(uploaded)));

    [Fact]
    public async Task Another_robots_upload_is_refused()
    {
        var id = (await this.UploadAsync(new byte[6], key: OtherKey)).Field("media_id");
        await RefusesAsync(40007, Message("file", id));
        Assert.Equal(0, (await SendAsync(Message("file", id).ToJsonString(), OtherKey)).ErrCode);
    }

    [Fact]
    public async Task An_upload_expires_after_three_days()
    {
        var id = await this.MediaIdAsync();
        Time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        await AcceptsAsync(Message("file", id));
        Time.Advance(TimeSpan.FromSeconds(1));
        await RefusesAsync(40007, Message("file", id));
    }

    private static JsonObject Message(string type, string id) =>
        new() { ["msgtype"] = type, [type] = new JsonObject { ["media_id"] = id } };
}
