using System.Text.RegularExpressions;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>Every text that members read is cleaned, in messages of every type.</summary>
public class MessageCleanerTests
{
    [Fact]
    public void Every_text_of_a_card_is_cleaned()
    {
        const string Red = "\e[31mred\e[0m";
        var card = new Card
        {
            Source = new() { Description = Red },
            MainTitle = new() { Title = Red, Description = Red },
            Emphasis = new() { Title = Red, Description = Red },
            ImageText = new() { Title = Red, Description = Red },
            Quote = new() { Title = Red, Text = Red },
            SubTitle = Red,
            Sections = [new() { Title = Red, Description = Red }],
            Fields = [new() { Name = Red, Value = Red }],
            Links = [new() { Title = Red }],
        };
        var given = MessageJson.ToText(new CardMessage { Card = card }, indented: false);
        var cleaned = MessageJson.ToText(MessageCleaner.Clean(new CardMessage { Card = card }), indented: false);
        Assert.Equal(given.Replace("\\u001b[31m", "").Replace("\\u001b[0m", ""), cleaned, ignoreCase: true);
        Assert.DoesNotMatch(new Regex(@"\[\d+m"), cleaned);
    }

    [Fact]
    public void News_are_cleaned_before_they_are_cut()
    {
        var article = ArticleCut.Fit(new() { Title = "\e[31m" + new string('x', 127) + "\e[0m", Description = "\r\n text\b!\r\n" });
        Assert.Equal(new string('x', 127), article.Title);
        Assert.Equal(" tex!", article.Description);
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"\u001b[31mred\u001b[0m\r\n\r\n"}}""")]
    [InlineData("""{"msgtype":"markdown","markdown":{"content":"\uFEFF\u001b[31mred"}}""")]
    [InlineData("""{"msgtype":"markdown_v2","markdown_v2":{"content":"\n\n\u009b31mred"}}""")]
    public void A_payload_is_cleaned_unless_it_is_raw(string json)
    {
        var message = (ContentMessage)MessageJson.Parse(json);
        Assert.Equal("red", Content(OverflowPlan.For([message])));
        Assert.Equal(Content(new(message, [message])), Content(OverflowPlan.For([message], isRaw: true)));
    }

    [Theory]
    [InlineData("one\n")]
    [InlineData("  one\n\n\ttwo")]
    public void A_payload_that_needs_no_cleaning_is_unchanged(string content) =>
        Assert.Equal(content, Content(OverflowPlan.For([new MarkdownV2Message { Markdown = new() { Content = content } }])));

    [Fact]
    public void Blank_content_is_refused_as_empty()
    {
        var plan = OverflowPlan.For([new TextMessage { Text = new() { Content = " \u3000\e[0m\n" } }]);
        Assert.Throws<InvalidMessageException>(() => MessageCheck.ThrowIfInvalid(plan.Messages[0]));
    }

    private static string Content(OverflowPlan plan)
    {
        using var json = System.Text.Json.JsonDocument.Parse(MessageJson.ToText(plan.Messages[0], indented: false));
        return json.RootElement.GetProperty(plan.Messages[0].MessageType).GetProperty("content").GetString()!;
    }
}
