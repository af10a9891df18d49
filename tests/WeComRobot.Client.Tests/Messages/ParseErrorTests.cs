using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>A payload that cannot be a message is refused with the place of its first fault.</summary>
public class ParseErrorTests
{
    [Theory]
    [InlineData("""{"msgtype":"text","text":{"contnet":"x"}}""", "text.contnet")]
    [InlineData("""{"msgtype":"text","txet":{"content":"x"}}""", "txet")]
    [InlineData("""{"msgtype":"text","text":{"content":"x"},"safe":0}""", "safe")]
    [InlineData("""{"msgtype":"news","news":{"articles":[{"title":"a","url":"b"},{"link":"c"}]}}""", "news.articles[1].link")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_action":{"typ":1}}}""", "template_card.card_action.typ")]
    public void An_unknown_field_is_named(string json, string field) => AssertNames(json, $"'{field}'");

    [Theory]
    [InlineData("""{"msgtype":"text","text":"x"}""", "text")]
    [InlineData("""{"msgtype":"text","text":{"content":5}}""", "text.content")]
    [InlineData("""{"msgtype":"text","text":{"content":"x","mentioned_list":"@all"}}""", "text.mentioned_list")]
    [InlineData("""{"msgtype":"text","text":{"content":"x","mentioned_list":["a",1]}}""", "text.mentioned_list[1]")]
    [InlineData("""{"msgtype":"news","news":{"articles":{}}}""", "news.articles")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_action":{"type":"1"}}}""", "template_card.card_action.type")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_action":{"type":1.5}}}""", "template_card.card_action.type")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_image":{"aspect_ratio":"2.25"}}}""", "template_card.card_image.aspect_ratio")]
    [InlineData("""{"msgtype":"text","text":{"content":"\ud800"}}""", "text.content")]
    public void A_value_of_the_wrong_type_is_named(string json, string field) => AssertNames(json, $"'{field}'");

    [Theory]
    [InlineData("""{"msgtype":"txt"}""", "txt")]
    [InlineData("""{"msgtype":"TEXT","text":{"content":"x"}}""", "TEXT")]
    public void An_unknown_type_is_named_with_all_that_there_are(string json, string type) => AssertNames(
        json, $"'{type}'", "text", "markdown", "markdown_v2", "image", "news", "file", "voice", "template_card");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":{"content":"x"}}""")]
    [InlineData("""{"msgtype":5}""")]
    [InlineData("""{"msgtype":null}""")]
    public void A_missing_type_is_an_error_about_msgtype(string json) => AssertNames(json, "msgtype");

    [Fact]
    public void Escapes_that_form_no_text_are_refused_as_such() => AssertNames("""{"msgtype":"\ud800"}""", @"\u");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"hello\"")]
    [InlineData("""[{"msgtype":"text","text":{"content":"x"}}]""")]
    public void Anything_but_one_object_is_refused(string json) => AssertNames(json, "object");

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("hello world", "line 1, byte 1")]
    [InlineData("{\"msgtype\":\"text\",\n\"text\":{content:1}}", "line 2, byte 9")]
    [InlineData("{\"msgtype\":\"text\"", "line 1, byte 18")]
    [InlineData("{\"msgtype\":\"text\"} trailing", "line 1, byte 20")]
    public void A_syntax_error_has_its_line_and_byte(string json, string position) => AssertNames(json, position);

    private static void AssertNames(string json, params string[] texts)
    {
        var error = Assert.Throws<WeComException>(() => MessageJson.Parse(json));
        Assert.Equal(FailureCause.InvalidMessage, error.Cause);
        Assert.All(texts, text => Assert.Contains(text, error.Message));
        Assert.Null(error.InnerException);
    }
}
