using System;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Programs;

/// <summary>The chat page as it is served.</summary>
public sealed partial class PageTests : SimulatorTest
{
    [Fact]
    public async Task The_page_and_its_resources_are_served_locally()
    {
        var page = await Http.GetAsync(Server.BaseAddress);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        var html = await page.Content.ReadAsStringAsync();
        var resources = Resource().Matches(html).Select(match => match.Groups[1].Value).Where(name => name != "data:,").ToArray();
        Assert.NotEmpty(resources);
        foreach (var name in resources)
        {
            Assert.DoesNotContain("//", name);
            Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(new Uri(Server.BaseAddress, name))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(new Uri(Server.BaseAddress, "none.js"))).StatusCode);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Resource();
}
