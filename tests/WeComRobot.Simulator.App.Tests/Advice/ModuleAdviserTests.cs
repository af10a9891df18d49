using System;
using System.Globalization;
using WeComRobot.Simulator.App.Advice;
using WeComRobot.Simulator.App.Tests.Scripts;

namespace WeComRobot.Simulator.App.Tests.Advice;

/// <summary>What the page says in the module's name. PastedScriptTests compares it with what the module says.</summary>
public sealed class ModuleAdviserTests
{
    private static readonly string Table = Payloads.Content("markdown", "| a |\n|---|\n| b |");

    [Fact]
    public void It_warns_as_the_module_does_in_its_words() =>
        Assert.EndsWith("Send it as markdown_v2 (-V2), or have it rewritten (-Adapt).", Assert.Single(Payloads.Advise(Table).Warnings));

    [Theory]
    [InlineData("markdown", "*a*")]
    [InlineData("markdown", "#标题")]
    [InlineData("markdown_v2", "~~a~~")]
    [InlineData("markdown_v2", "- [ ] a")]
    [InlineData("markdown_v2", "| a |\n|---|\n| b<br>c |")]
    [InlineData("text", "[a](https://a.example)")]
    public void It_warns_of_what_the_preview_shows_as_typed(string type, string content) =>
        Assert.Single(Payloads.Advise(Payloads.Content(type, content)).Warnings);

    [Theory]
    [InlineData("zh")]
    [InlineData("zh-CN")]
    [InlineData("zh-Hans")]
    [InlineData("zh-TW")]
    public void Its_texts_are_in_the_language_that_is_asked_for(string language)
    {
        Assert.EndsWith("请作为 markdown_v2 发送（-V2），或者让它自动改写（-Adapt）。", Assert.Single(Payloads.Advise(Table, language).Warnings));
        Assert.Matches("必填|不能为空", Payloads.Advise(Payloads.Text(""), language).Error);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", new ModuleAdviser().GetRemedy(93000, "", CultureInfo.GetCultureInfo(language)));
    }

    [Fact]
    public void It_has_nothing_to_say_against_the_gallery() => Assert.All(Gallery.All, payload =>
    {
        var advice = Payloads.Advise(payload);
        Assert.Equal((0, null), (advice.Warnings.Count, advice.Error));
    });

    [Fact]
    public void It_leaves_the_language_of_its_caller()
    {
        var own = CultureInfo.CurrentUICulture;
        Payloads.Advise(Table, "zh-CN");

        Assert.Same(own, CultureInfo.CurrentUICulture);
    }

    [Fact]
    public void It_says_why_the_module_would_refuse_the_message()
    {
        Assert.Null(Payloads.Advise(Table).Error);
        Assert.Contains("markdown_v2.contents", Payloads.Advise("""{"msgtype":"markdown_v2","markdown_v2":{"contents":"a"}}""").Error);
        Assert.Contains("Send-WeComImage", Payloads.Advise(Payloads.Content("markdown", "![](data:image/png;base64,AAAA)")).Error);
        Assert.NotNull(Payloads.Advise("msgtype=text").Error);
    }

    [Fact]
    public void It_says_in_how_many_messages_the_module_sends_what_is_too_long_for_one()
    {
        var advice = Payloads.Advise(Payloads.Text(new('x', 2049)));
        Assert.Null(advice.Error);
        Assert.Contains(" 2 messages", Assert.Single(advice.Warnings));
        Assert.Contains("10", Payloads.Advise(Payloads.Text(new('x', 30_000))).Error);
    }

    [Fact]
    public void A_message_that_is_refused_still_has_its_warnings() =>
        Assert.Contains("'a b'", Assert.Single(Payloads.Advise("""{"msgtype":"text","text":{"content":"","mentioned_list":["a b"]}}""").Warnings));

    [Fact]
    public void It_knows_what_to_do_about_an_errcode_that_is_documented()
    {
        var adviser = new ModuleAdviser();

        Assert.StartsWith("Send again in a minute. ", adviser.GetRemedy(45009, "api freq out of limit", CultureInfo.InvariantCulture));
        Assert.NotEqual(
            adviser.GetRemedy(40058, "invalid param 'key'", CultureInfo.InvariantCulture), adviser.GetRemedy(40058, "invalid param", CultureInfo.InvariantCulture));
        Assert.Null(adviser.GetRemedy(123456, "", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("https://example.com/send?key=K", " -Robot 'https://example.com/send?key=K'")]
    [InlineData("http://localhost:80/send?key=it's", " -Robot 'http://localhost/send?key=it''s'")]
    [InlineData("http://example.com/send?key=K", " -AllowHttp -Robot 'http://example.com/send?key=K'")]
    public void The_script_posts_to_the_webhook(string webhook, string target) =>
        Assert.Equal($"Send-WeComText 'a'{target}", new ModuleAdviser().Advise(Payloads.Text("a"), null, new Uri(webhook), CultureInfo.InvariantCulture).Script);
}
