using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>What of Markdown is only seen when it is laid out.</summary>
public sealed class MarkdownTests(Chromium chromium) : BrowserTest(chromium)
{
    private ILocator Drawn => Page.Locator(".markdown-body:visible");

    [FactWith(InstalledChromium.Name)]
    public async Task A_blank_line_sets_paragraphs_apart()
    {
        await ShowAsync("a\nb\n\nc\n\n> d\n>\n> e");
        var paragraphs = Drawn.Locator("p");
        await Expect(paragraphs).ToHaveTextAsync(["ab", "c", "d", "e"]);
        for (var i = 1; i < 4; i++)
        {
            var above = (await paragraphs.Nth(i - 1).BoundingBoxAsync())!;
            var below = (await paragraphs.Nth(i).BoundingBoxAsync())!;
            Assert.InRange(below.Y - above.Y - above.Height, 4, 20);
        }
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_list_is_numbered_from_its_first_number()
    {
        await ShowAsync("0. a\n1. b\n\n---\n7. c");
        await Expect(Drawn.Locator("ol")).ToHaveCountAsync(2);
        Assert.Equal("0 7", await Drawn.EvaluateAsync<string>("element => [...element.querySelectorAll('ol')].map(list => list.start).join(' ')"));
    }

    private async Task ShowAsync(string content)
    {
        await PostAsync(JsonSerializer.Serialize(new { msgtype = "markdown_v2", markdown_v2 = new { content } }));
        await OpenAsync();
    }
}
