using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
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

    [Theory]
    [InlineData("")]
    [InlineData("composer")]
    public async Task No_page_runs_or_loads_what_is_not_its_own_but_pictures(string path)
    {
        using var response = await Http.GetAsync(new Uri(Server.BaseAddress, path));
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' http: https: data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("composer")]
    [InlineData("chat.js")]
    [InlineData("base.css")]
    [InlineData("texts.js")]
    public async Task HEAD_answers_with_the_headers_of_GET(string path)
    {
        var address = new Uri(Server.BaseAddress, path);
        using var get = await Http.GetAsync(address);
        using var head = await Http.SendAsync(new(HttpMethod.Head, address));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(Headers(get), Headers(head));
        Assert.Equal(HttpStatusCode.NotFound, (await Http.SendAsync(new(HttpMethod.Head, new Uri(Server.BaseAddress, "none.js")))).StatusCode);
    }

    // Whatever is sent, no text of it becomes HTML or a script
    [Fact]
    public void No_text_is_parsed_as_HTML()
    {
        var simulator = typeof(SimulatorServer).Assembly;
        var scripts = simulator.GetManifestResourceNames().Where(name => Script().IsMatch(name)).ToArray();
        Assert.InRange(scripts.Length, 20, int.MaxValue);
        Assert.All(scripts, name =>
        {
            using var reader = new StreamReader(simulator.GetManifestResourceStream(name)!);
            Assert.DoesNotMatch(Parsing(), reader.ReadToEnd());
        });
    }

    private static IEnumerable<string> Headers(HttpResponseMessage response) =>
        from header in response.Headers.Concat(response.Content.Headers)
        where header.Key != "Date"
        select $"{header.Key}: {string.Join(", ", header.Value)}";

    [GeneratedRegex("^Page/.*\\.js$")]
    private static partial Regex Script();

    [GeneratedRegex(
        @"innerHTML|outerHTML|insertAdjacentHTML|setHTML|srcdoc|document\s*\.\s*write|DOMParser|createContextualFragment|\beval\b|\bFunction\s*\(")]
    private static partial Regex Parsing();

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Resource();
}
