using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>What a web site can do to a simulator through the browser of whoever visits it.</summary>
public sealed class OriginTests : SimulatorTest
{
    private static readonly (HttpMethod Method, string Path)[] Changes =
    [
        (HttpMethod.Post, $"cgi-bin/webhook/send?key={Key}"),
        (HttpMethod.Post, $"cgi-bin/webhook/upload_media?key={Key}&type=file"),
        (HttpMethod.Post, "simulator/faults"),
        (HttpMethod.Post, "simulator/check"),
        (HttpMethod.Delete, "simulator/messages"),
        (HttpMethod.Options, "simulator/messages"),
    ];

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    [InlineData("")]
    public async Task Another_site_changes_nothing(string origin)
    {
        await SendAsync(Text("a"));
        foreach (var (method, path) in Changes)
        {
            using var response = await RequestAsync(method, path, origin);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Equal("this simulator takes no requests from other web sites\n", await response.Content.ReadAsStringAsync());
            Assert.DoesNotContain("Access-Control-Allow-Origin", response.Headers.Select(header => header.Key));
        }

        Assert.Equal(["a"], await this.GetTextsAsync("messages"));
        Assert.Equal(1, Server.RequestCount);
        Assert.Equal(0, (await SendAsync(Text("no fault is waiting"))).ErrCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("own")]
    public async Task A_script_and_the_page_itself_change_what_they_like(string? origin)
    {
        origin = origin is null ? null : Server.BaseAddress.GetLeftPart(UriPartial.Authority);
        foreach (var (method, path) in Changes)
        {
            Assert.NotEqual(HttpStatusCode.Forbidden, (await RequestAsync(method, path, origin)).StatusCode);
        }

        Assert.Equal(0, (await ReadAsync(await RequestAsync(HttpMethod.Post, $"cgi-bin/webhook/send?key={Key}", origin))).ErrCode);
    }

    [Fact]
    public async Task The_page_may_be_open_under_another_name()
    {
        using var request = Request(HttpMethod.Post, "simulator/check", "http://localhost:8080");
        request.Headers.Host = "localhost:8080";
        Assert.Equal(HttpStatusCode.OK, (await Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task What_is_only_read_may_be_asked_for_by_another_site_whose_browser_keeps_the_answer_from_it()
    {
        foreach (var path in (string[])["", "chat.js", "none.js", "simulator/messages", "simulator/none"])
        {
            using var response = await RequestAsync(HttpMethod.Get, path, "http://evil.example");
            Assert.NotEqual(HttpStatusCode.Forbidden, response.StatusCode);
            AssertProtected(response);
        }
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_picture_on_another_site_with_the_address_of_a_webhook_leaves_nothing_in_the_chat_and_takes_no_fault(string header, string value)
    {
        Server.Script(new Fault { Status = 503 });
        foreach (var path in (string[])[$"cgi-bin/webhook/send?key={Key}", "cgi-bin/none"])
        {
            using var request = Request(HttpMethod.Get, path, origin: null);
            request.Headers.Add(header, value);
            using var response = await Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            AssertProtected(response);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(Text("a"))).StatusCode);
        Assert.Equal("a", (await EventReader.FirstEntryAsync(this)).GetProperty("payload").Field("content"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("same-origin")]
    public async Task Who_opens_the_address_of_a_webhook_sees_its_answer(string site)
    {
        using var request = Request(HttpMethod.Get, $"cgi-bin/webhook/send?key={Key}", origin: null);
        request.Headers.Add("Sec-Fetch-Site", site);
        Assert.Equal(43002, (await ReadAsync(await Http.SendAsync(request))).ErrCode);
    }

    [Fact]
    public async Task No_page_that_a_fault_answers_runs_a_script_whatever_its_headers()
    {
        string[] names = ["Content-Security-Policy", "X-Content-Type-Options", "Cross-Origin-Resource-Policy"];
        Server.Script(new Fault { Body = "<script>", Headers = names.ToDictionary(name => name, _ => "script-src 'unsafe-inline'") }, new Fault());
        foreach (var body in (string[])["<script>", """{"errcode":0,"errmsg":"ok"}"""])
        {
            using var response = await PostAsync(Text("a"));
            Assert.Equal(body, await response.Content.ReadAsStringAsync());
            AssertProtected(response);
            Assert.Equal("sandbox; default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        }
    }

    private static void AssertProtected(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    private Task<HttpResponseMessage> RequestAsync(HttpMethod method, string path, string? origin) => Http.SendAsync(Request(method, path, origin));

    // As a form of another site would send it: a fault, and a message, in plain text
    private HttpRequestMessage Request(HttpMethod method, string path, string? origin)
    {
        var request = new HttpRequestMessage(method, new Uri(Server.BaseAddress, path));
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(path == "simulator/faults" ? """[{"body":"<script>"}]""" : Text("evil"));
        }

        if (origin is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("Origin", origin));
        }

        return request;
    }
}
