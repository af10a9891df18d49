using System;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>GET /simulator/entries/{id} and its image.</summary>
public sealed class EntryTests : SimulatorTest
{
    [Fact]
    public async Task An_entry_has_its_body_in_lines_and_its_sizes()
    {
        await SendAsync("""{"msgtype":"text","text":{"content":"你好"}}""");
        var details = await this.GetAsync("entries/1");
        Assert.Equal(
            """
            {
              "msgtype": "text",
              "text": {
                "content": "你好"
              }
            }
            """.ReplaceLineEndings(),
            details.GetProperty("body").GetString());
        Assert.Equal(
            """{"name":"text.content","value":6,"limit":2048,"unit":"bytes"}""", details.GetProperty("sizes").EnumerateArray().Single().GetRawText());
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_shown_as_it_came()
    {
        await SendAsync("{\"msgtype\"");
        Assert.Equal("{\"msgtype\"", (await this.GetAsync("entries/1")).GetProperty("body").GetString());
    }

    [Fact]
    public async Task An_image_has_an_address_and_is_not_in_the_events()
    {
        var base64 = Convert.ToBase64String(Pictures.Png);
        await SendAsync($$$"""{"msgtype":"image","image":{"base64":"{{{base64}}}","md5":"{{{Convert.ToHexStringLower(MD5.HashData(Pictures.Png))}}}"}}""");
        var entry = await EventReader.FirstEntryAsync(this);
        Assert.DoesNotContain(base64[..20], entry.GetRawText());

        var image = await Http.GetAsync(new Uri(Server.BaseAddress, entry.Field("image")!));
        Assert.Equal("image/png", image.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", image.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Pictures.Png, await image.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("entries/2")]
    [InlineData("entries/0")]
    [InlineData("entries/one")]
    [InlineData("entries/")]
    [InlineData("entries/1/image")]
    [InlineData("entries/1/other")]
    [InlineData("entries/1/image/2")]
    [InlineData("nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await SendAsync(Text("a"));
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(this.Address(path))).StatusCode);
    }
}
