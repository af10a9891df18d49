using System;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>The messages of the gallery.</summary>
public sealed partial class GalleryTests : SimulatorTest
{
    private const int Fewest = 14;

    [Fact]
    public async Task Both_languages_have_the_same_messages_in_the_same_order()
    {
        var chinese = await this.GetGalleryAsync("zh-CN");
        var english = await this.GetGalleryAsync("en");
        Assert.True(chinese.Length >= Fewest);
        Assert.Equal(chinese.Select(NameAndType), english.Select(NameAndType));
        Assert.Equal(chinese.Length, chinese.Select(item => item.At("title").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Every_file_is_shown()
    {
        var files = typeof(SimulatorServer).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Gallery/", StringComparison.Ordinal));
        var names = (await this.GetGalleryAsync("zh-CN")).Select(item => item.At("name").GetString());
        Assert.Equal(names.SelectMany(name => new[] { $"Gallery/{name}.zh.json", $"Gallery/{name}.en.json" }).Order(), files.Order());
    }

    [Fact]
    public async Task Every_type_that_needs_no_upload_is_among_them()
    {
        string[] types = ["image", "markdown", "markdown_v2", "news", "news_notice", "text", "text_notice"];
        Assert.Equal(types, (await this.GetGalleryAsync("zh-CN")).Select(item => NameAndType(item).Type).Distinct().Order());
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_service_would_accept_them_and_cut_nothing(string language)
    {
        foreach (var item in await this.GetGalleryAsync(language))
        {
            var result = await this.CheckAsync(item.At("payload").GetRawText());
            Assert.Equal((NameAndType(item).Name, "accepted"), (NameAndType(item).Name, result.At("entry.outcome").GetString()));
            Assert.All(
                result.At("details.sizes").EnumerateArray(), size => Assert.InRange(size.At("value").GetInt64(), 1, size.At("limit").GetInt64()));
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Their_addresses_lead_to_nobody(string language)
    {
        var hosts = (await this.GetGalleryAsync(language)).SelectMany(item => Host().Matches(item.At("payload").GetRawText())).ToArray();
        Assert.NotEmpty(hosts);
        Assert.All(hosts, host => Assert.Matches(@"^([a-z]+\.)?example\.com$", host.Groups[1].Value));
    }

    private static (string Name, string Type) NameAndType(JsonElement item)
    {
        var payload = item.At("payload");
        var type = payload.TryGetProperty("template_card", out var card) ? card.At("card_type") : payload.At("msgtype");
        return (item.At("name").GetString()!, type.GetString()!);
    }

    [GeneratedRegex("""://([^/\s")?#]+)""")]
    private static partial Regex Host();
}
