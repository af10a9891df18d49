using System;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>GET /simulator/messages with robot, type and contains.</summary>
public sealed class MessageFilterTests : SimulatorTest
{
    private const string Markdown = """{"msgtype":"markdown","markdown":{"content":"# Disk of web01"}}""";

    [Fact]
    public async Task Messages_of_one_robot_are_returned()
    {
        await SendAsync(Text("a"));
        await SendAsync(Text("b"), OtherKey);
        Assert.Equal(["b"], await this.GetTextsAsync($"messages?robot={OtherKey}"));
    }

    [Fact]
    public async Task Messages_of_one_type_are_returned()
    {
        await SendAsync(Text("a"));
        await SendAsync(Markdown);
        Assert.Equal(["a"], await this.GetTextsAsync("messages?type=text"));
    }

    [Theory]
    [InlineData("disk")]
    [InlineData("DISK FULL")]
    [InlineData("磁盘")]
    [InlineData("\"C:\\\"")]
    [InlineData("\n")]
    public async Task Words_are_found_as_members_read_them_in_any_case(string words)
    {
        await SendAsync("""{"msgtype":"text","text":{"content":"\u78c1\u76d8 Disk full:\n\"C:\\\""}}""");
        await SendAsync(Text("something else"));
        Assert.Single(await this.GetTextsAsync($"messages?contains={Uri.EscapeDataString(words)}"));
    }

    [Fact]
    public async Task Words_are_found_in_all_texts_of_a_message()
    {
        await SendAsync("""{"msgtype":"news","news":{"articles":[{"title":"a","url":"https://example.com"},{"title":"Backup","url":"https://example.com"}]}}""");
        await SendAsync("""{"msgtype":"text","text":{"content":"a","mentioned_list":["zhangsan"]}}""");
        Assert.Equal(1, (await this.GetAsync("messages?contains=backup")).GetArrayLength());
        Assert.Equal(1, (await this.GetAsync("messages?contains=zhangsan")).GetArrayLength());
    }

    [Fact]
    public async Task Words_are_found_in_the_name_of_a_file()
    {
        var id = await this.MediaIdAsync();
        await SendAsync($$$"""{"msgtype":"file","file":{"media_id":"{{{id}}}"}}""");
        Assert.Equal(1, (await this.GetAsync("messages?contains=WeWork")).GetArrayLength());
    }

    [Fact]
    public async Task Words_are_not_found_in_names_of_fields_and_types_and_in_the_data_of_an_image()
    {
        await SendAsync(Text("a"));
        var md5 = Convert.ToHexStringLower(MD5.HashData(Pictures.Png));
        await SendAsync($$$"""{"msgtype":"image","image":{"base64":"{{{Convert.ToBase64String(Pictures.Png)}}}","md5":"{{{md5}}}"}}""");
        Assert.Equal(2, Server.Messages.Count);
        foreach (var words in (string[])["text", "content", "msgtype", "image", "iVBOR", md5[..4]])
        {
            Assert.Equal(0, (await this.GetAsync($"messages?contains={words}")).GetArrayLength());
        }
    }

    [Fact]
    public async Task A_message_must_meet_all_that_is_asked()
    {
        await SendAsync(Text("disk"));
        await SendAsync(Text("cpu"));
        await SendAsync(Text("disk"), OtherKey);
        await SendAsync(Markdown);
        Assert.Equal(["disk"], await this.GetTextsAsync($"messages?robot={Key}&type=text&contains=disk"));
        Assert.Equal("[]", (await this.GetAsync($"messages?robot={OtherKey}&type=markdown")).GetRawText());
    }

    [Fact]
    public async Task An_empty_parameter_asks_for_nothing()
    {
        await SendAsync(Text("a"));
        Assert.Equal(["a"], await this.GetTextsAsync("messages?robot=&type=&contains="));
    }

    [Theory]
    [InlineData("messages?contain=a", "unknown parameter 'contain'; there are robot, type, contains")]
    [InlineData("messages?seconds=1", "unknown parameter 'seconds'; there are robot, type, contains")]
    [InlineData("messages?robot=robot-3", "robot must be the key of a robot of this simulator: robot-1, robot-2")]
    [InlineData("messages?type=TEXT", "type must be one of text, markdown, markdown_v2, image, news, file, voice, template_card")]
    [InlineData("messages?contains=a&contains=b", "contains must be given once")]
    public async Task What_has_no_meaning_is_refused_in_one_line(string path, string line) => Assert.Equal(line, await this.RefusedAsync(path));
}
