using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>A payload that is not a message is refused, and the error names the place of the first mistake.</summary>
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
    [InlineData("""{"msgtype":"template_card","template_card":{"main_titel":{}}}""", "main_title")]
    [InlineData("""{"msgtype":"template_card","template_card":{"mainTitle":{}}}""", "main_title")]
    [InlineData("""{"msgtype":"text","text":{"Content":"x"}}""", "content")]
    [InlineData("""{"msgtype":"text","text":{"content":"x","mentionedlist":[]}}""", "mentioned_list")]
    [InlineData("""{"msgtype":"templatecard"}""", "template_card")]
    [InlineData("""{"msgtype":"Text","text":{"content":"x"}}""", "text")]
    [InlineData("""{"msgtype":"markdownv2"}""", "markdown_v2")]
    public void The_likely_name_is_asked_for(string json, string name) => AssertNames(json, $". Did you mean '{name}'? The ");

    [Fact]
    public void A_name_that_is_near_none_gets_no_guess() =>
        Assert.DoesNotContain("mean", Assert.Throws<WeComException>(() => MessageJson.Parse("""{"msgtype":"text","text":{"link":"x"}}""")).Message);

    [Fact]
    public void All_unknown_fields_are_named() => AssertNames(
        """{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_titel":{"title":"x"},"jump_list":[{"titel":"x"},{"typ":1}],"quote":{}},"safe":0}""",
        "'safe'", "'template_card.main_titel'", "'template_card.quote'", "'template_card.jump_list[0].titel'", "'template_card.jump_list[1].typ'");

    [Theory]
    [InlineData("text_notice", "emphasis_content", "card_image")]
    [InlineData("news_notice", "card_image", "emphasis_content")]
    public void Only_the_fields_of_the_type_of_card_are_offered(string type, string offered, string other)
    {
        var json = $$$"""{"msgtype":"template_card","template_card":{"card_type":"{{{type}}}","titel":1}}""";
        AssertNames(json, offered);
        Assert.DoesNotContain(other, Assert.Throws<WeComException>(() => MessageJson.Parse(json)).Message);
    }

    [Theory]
    [InlineData("button_interaction", "button_list")]
    [InlineData("vote_interaction", "checkbox")]
    [InlineData("multiple_interaction", "select_list")]
    public void Cards_of_applications_are_named_as_such(string type, string field) => AssertNames(
        $$$"""{"msgtype":"template_card","template_card":{"card_type":"{{{type}}}","{{{field}}}":[]}}""",
        $"template_card.card_type is '{type}', a type that only messages of an application can have");

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"Content":"x"}}""", "are: content, mentioned_list, mentioned_mobile_list")]
    [InlineData("""{"msgtype":"text","markdown":{"content":"x"}}""", "text, msgtype")]
    [InlineData("""{"msgtype":"news","news":{"articles":{"link":"c"}}}""", "title, description, url, picurl")]
    public void An_unknown_field_comes_with_the_known_names(string json, string names) => AssertNames(json, "is not a field", names);

    [Theory]
    [InlineData("""{"msgtype":"text","text":"x"}""", "text", "an object with the fields content, mentioned_list, mentioned_mobile_list, not the text 'x'")]
    [InlineData("""{"msgtype":"text","text":[]}""", "text", "an object with the fields content, mentioned_list, mentioned_mobile_list, not a list of 0")]
    [InlineData("""{"msgtype":"text","text":{"content":{"a":1,"b":2}}}""", "text.content", "a text, not an object with the fields a, b")]
    [InlineData("""{"msgtype":"text","text":{"content":["a",{}]}}""", "text.content[1]", "a text, not {}")]
    [InlineData("""{"msgtype":"text","text":{"content":"x","mentioned_list":["a",["b","c"]]}}""", "text.mentioned_list[1]", "a text, not a list of 2")]
    [InlineData("""{"msgtype":"news","news":{"articles":["a"]}}""", "news.articles[0]", "not the text 'a'")]
    [InlineData("""{"msgtype":"news","news":{"articles":{"url":["a","b"]}}}""", "news.articles[0].url", "a text, not a list of 2")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_action":{"type":1.5}}}""", "template_card.card_action.type", "a whole number, not 1.5")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_action":{"type":9999999999}}}""", "template_card.card_action.type", "a whole number, not 9999999999")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_action":{"type":"url"}}}""", "template_card.card_action.type", "a whole number, not the text 'url'")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_action":{"type":true}}}""", "template_card.card_action.type", "a whole number, not true")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_image":{"aspect_ratio":"16:9"}}}""", "template_card.card_image.aspect_ratio", "a number, not the text '16:9'")]
    [InlineData("""{"msgtype":"template_card","template_card":{"source":{"desc_color":"red"}}}""", "template_card.source.desc_color", "a whole number, not the text 'red'")]
    [InlineData("""{"msgtype":"text","text":{"content":"\ud800"}}""", "text.content", "a text, not one whose \\u escapes form no valid text")]
    public void A_value_of_the_wrong_type_is_named_with_the_expected_type(string json, string field, string types) => AssertNames(json, $"'{field}'", types);

    [Fact]
    public void A_long_text_in_place_of_an_object_is_not_quoted() =>
        AssertNames($$"""{"msgtype":"text","text":"{{new string('x', 33)}}"}""", "not a text of 33 characters", "Give the object itself");

    [Theory]
    [InlineData("""{"msgtype":"txt"}""", "txt")]
    [InlineData("""{"msgtype":"TEXT","text":{"content":"x"}}""", "TEXT")]
    public void An_unknown_msgtype_is_named_with_all_known_ones(string json, string type) => AssertNames(
        json, $"'{type}'", "text", "markdown", "markdown_v2", "image", "news", "file", "voice", "template_card");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":{"content":"x"}}""")]
    [InlineData("""{"msgtype":5}""")]
    [InlineData("""{"msgtype":null}""")]
    public void A_missing_msgtype_is_named(string json) => AssertNames(json, "msgtype");

    [Theory]
    [InlineData("""{"MsgType":"text","Text":{"Content":"x"}}""", "MsgType, Text")]
    [InlineData("""{"msg_type":"text","content":{"text":"x"}}""", "msg_type, content")]
    [InlineData("""{"text":"x","channel":"ops"}""", "text, channel")]
    public void A_missing_msgtype_is_named_with_the_fields_that_are_there(string json, string fields) => AssertNames(json, "'msgtype'", "template_card", fields);

    [Fact]
    public void Escapes_that_are_not_valid_text_are_named() => AssertNames("""{"msgtype":"\ud800"}""", @"\u");

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

    [Theory]
    [InlineData("{'a':1}", "double quotation marks (\"), not in '")]
    [InlineData("{\"a\":\u201Cx\u201D}", "not in \u201C")]
    [InlineData("{\"a\":1,}", "extra comma")]
    [InlineData("{\"a\":[1,\n]}", "extra comma")]
    [InlineData("{\"a\":1 // one\n}", "no comments")]
    [InlineData("{\n# one\n\"a\":1}", "no comments")]
    [InlineData("{\"a\":\"x\ny\"}", "line break or tab")]
    [InlineData("{\"a\":\"x\ty\"}", "line break or tab")]
    [InlineData("{\"a\":\"报\uD83D\uDEA8 C:\\data\"}", "backslash")]
    [InlineData("{\"a\":\"x\" \"b\":1}", "comma or colon is missing")]
    [InlineData("{\"a\":\"say \"hi\" to\"}", "quotation mark within a text")]
    [InlineData("{\u00A0\"a\":1}", "U+00A0")]
    [InlineData("{\"报\":1,\u3000\"a\":1}", "U+3000")]
    [InlineData("{\u201Ca\u201D:1}", "not in \u201C")]
    [InlineData("{\"a\":\"x\u201D}", "not in \u201D")]
    [InlineData("{\"a\":\"x\u201D,\"b\":\"y\"}", "not in \u201D")]
    [InlineData("{\"a\"：1}", "ASCII character :")]
    [InlineData("{\"a\":1，\"b\":2}", "ASCII character ,")]
    [InlineData("\uFEFF{\"a\":1}", "byte order mark (U+FEFF)", "without one")]
    [InlineData("{\u200B\"a\":1}", "U+200B", "remove it")]
    [InlineData("{\"a\":[{\"b\":1} {\"c\":1}]}", "comma or colon is missing")]
    [InlineData("{\"a\":\"“b” say \"hi\"\"}", "quotation mark within a text")]
    [InlineData("{a:1}", "Names and texts must be in double")]
    [InlineData("{\"a\":None}", "Names and texts must be in double")]
    [InlineData("{}\n{}", "more than one object")]
    [InlineData("{},{}", "more than one object")]
    [InlineData("{", "ends before", "as one text")]
    [InlineData("", "empty", "the JSON of one message")]
    [InlineData(" \n", "empty", "the JSON of one message")]
    [InlineData("{\"a\":\"x", "ends before", "as one text")]
    public void A_common_mistake_is_named(string json, params string[] texts) => AssertNames(json, ["not valid JSON", .. texts]);

    private static void AssertNames(string json, params string[] texts)
    {
        var error = Assert.Throws<WeComException>(() => MessageJson.Parse(json));
        Assert.Equal(FailureCause.InvalidMessage, error.Cause);
        Assert.All(texts, text => Assert.Contains(text, error.Message));
        Assert.Null(error.InnerException);
    }
}
