using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>What becomes a link.</summary>
public sealed class LinkTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int MaxArticles = 8;

    // Simulator.Tests has the same addresses in Markdown
    [FactWith(InstalledChromium.Name)]
    public async Task An_address_of_an_article_is_read_as_in_Markdown()
    {
        (string Written, string? Address)[] all = [.. WebAddresses.Links.Select(link => (link.Written, (string?)link.Address)), .. WebAddresses.Others.Select(other => (other, (string?)null))];
        foreach (var addresses in all.Chunk(MaxArticles))
        {
            var articles = addresses.Select(address => new { title = "标题", url = address.Written });
            await PostAsync(JsonSerializer.Serialize(new { msgtype = "news", news = new { articles } }));
        }

        await OpenAsync();
        await Expect(Page.Locator(".article:visible")).ToHaveCountAsync(all.Length);
        Assert.Equal(
            all.Select(address => address.Address),
            await Page.EvaluateAsync<string?[]>("() => [...document.querySelectorAll('.article')].map(article => article.href ?? null)"));
    }

    [FactWith(InstalledChromium.Name)]
    public async Task An_address_in_a_text_ends_before_the_marks_of_its_sentence()
    {
        const string Address = "https://example.com/a";
        await PostAsync(LiveChatTests.Text(
            $"{Address}. ({Address}) {Address}！好【{Address}】 {Address}，“{Address}” {Address}, [{Address}]; {Address}?b=(c)&d=[e]#f. {Address}..."));
        await OpenAsync();
        await Expect(Page.Locator(".bubble.text a:visible")).ToHaveTextAsync([.. Enumerable.Repeat(Address, 8), $"{Address}?b=(c)&d=[e]#f", Address]);
    }
}
