using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>What another web site can do in the browser of somebody whose simulator is running.</summary>
public sealed class ForeignSiteTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Evil = "<p>gateway</p><script>document.title = location.pathname</script>";

    [FactWith(InstalledChromium.Name)]
    public async Task It_reads_and_deletes_no_message_and_scripts_no_answer()
    {
        await PostAsync(LiveChatTests.Text("secret"));
        using var site = new ForeignSite(
            $$$"""
            <!DOCTYPE html>
            <form method="post" enctype="text/plain" target="answer" action="{{{Server.BaseAddress}}}simulator/faults">
              <input name='[{"body":"{{{Evil.Replace("<", "&lt;")}}}","headers":{"X-Nothing":"' value='"}}]'>
            </form>
            <iframe name="answer"></iframe>
            <script src="{{{Server.BaseAddress}}}simulator/messages" onload="document.title = 'owned'"></script>
            """);
        var page = await OpenWindowAsync();
        await page.GotoAsync(site.Address);

        var scripted = await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync("() => document.forms[0].submit()"),
            response => response.Url.EndsWith("/simulator/faults", StringComparison.Ordinal));
        Assert.Contains("pathname", scripted.Request.PostData);
        Assert.Equal(403, scripted.Status);
        foreach (var (method, path) in new[] { ("GET", "simulator/messages"), ("DELETE", "simulator/messages"), ("POST", "simulator/faults") })
        {
            Assert.Equal("TypeError", await FetchAsync(page, method, path));
        }

        await AssertTitleIsNotSetAsync(page);
        await page.GotoAsync(Server.Webhook().AbsoluteUri);
        await Expect(page.Locator("body")).ToContainTextAsync("43002");
        await AssertTitleIsNotSetAsync(page);
        Assert.Contains("secret", Assert.Single(Server.Messages).Body);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_scripted_answer_runs_no_script()
    {
        Server.Script(new Fault { Body = Evil });
        var page = await OpenWindowAsync();
        await page.GotoAsync(Server.Webhook().AbsoluteUri);
        await Expect(page.Locator("p")).ToHaveTextAsync("gateway");
        await AssertTitleIsNotSetAsync(page);
    }

    private static async Task AssertTitleIsNotSetAsync(IPage page) => Assert.Equal("", await page.TitleAsync());

    /// <returns>What was read, or the name of the error.</returns>
    private Task<string> FetchAsync(IPage page, string method, string path) => page.EvaluateAsync<string>(
        "async ([method, url]) => { try { return await (await fetch(url, { method })).text(); } catch (error) { return error.name; } }",
        new[] { method, new Uri(Server.BaseAddress, path).AbsoluteUri });
}
