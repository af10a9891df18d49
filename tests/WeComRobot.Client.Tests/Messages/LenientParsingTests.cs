using System.Text;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>A payload with slightly wrong types is read as it was meant, if its meaning is plain.</summary>
public class LenientParsingTests
{
    [Theory]
    [InlineData("text", """{"content":"x","mentioned_list":"@all"}""", """{"content":"x","mentioned_list":["@all"]}""")]
    [InlineData("text", """{"content":"x","mentioned_mobile_list":13800001111}""", """{"content":"x","mentioned_mobile_list":["13800001111"]}""")]
    [InlineData("news", """{"articles":{"title":"t","url":"u"}}""", """{"articles":[{"title":"t","url":"u"}]}""")]
    [InlineData("template_card", """{"horizontal_content_list":{"keyname":"k"}}""", """{"horizontal_content_list":[{"keyname":"k"}]}""")]
    [InlineData("template_card", """{"vertical_content_list":{"title":"t"}}""", """{"vertical_content_list":[{"title":"t"}]}""")]
    [InlineData("template_card", """{"jump_list":{"title":"t","type":0}}""", """{"jump_list":[{"title":"t","type":0}]}""")]
    public void A_single_value_is_read_as_a_list(string type, string given, string written) => AssertRead(type, given, written);

    [Theory]
    [InlineData("text", """[{"content":["x"]}]""", """{"content":"x"}""")]
    [InlineData("news", """{"articles":[[{"title":["t"],"url":"u"}]]}""", """{"articles":[{"title":"t","url":"u"}]}""")]
    [InlineData("template_card", """{"main_title":[{"title":"t"}],"card_action":{"type":[1]}}""", """{"main_title":{"title":"t"},"card_action":{"type":1}}""")]
    public void A_list_of_one_is_its_value(string type, string given, string written) => AssertRead(type, given, written);

    [Theory]
    [InlineData("text", """{"content":5}""", """{"content":"5"}""")]
    [InlineData("text", """{"content":1.50}""", """{"content":"1.50"}""")]
    [InlineData("text", """{"content":false}""", """{"content":"false"}""")]
    [InlineData("text", """{"content":"x","mentioned_mobile_list":[1.3800001111E10,"+8613800001111"]}""", """{"content":"x","mentioned_mobile_list":["13800001111","+8613800001111"]}""")]
    [InlineData("text", """{"content":"x","mentioned_list":["a",1001]}""", """{"content":"x","mentioned_list":["a","1001"]}""")]
    [InlineData("file", """{"media_id":42}""", """{"media_id":"42"}""")]
    [InlineData("template_card", """{"emphasis_content":{"title":95},"horizontal_content_list":[{"keyname":1,"value":-0.5,"type":3,"userid":1001}]}""", """{"emphasis_content":{"title":"95"},"horizontal_content_list":[{"keyname":"1","value":"-0.5","type":3,"userid":"1001"}]}""")]
    public void A_number_is_read_as_text_where_the_page_has_text(string type, string given, string written) => AssertRead(type, given, written);

    [Theory]
    [InlineData("""{"card_action":{"type":"1"}}""", """{"card_action":{"type":1}}""")]
    [InlineData("""{"card_action":{"type":1.0}}""", """{"card_action":{"type":1}}""")]
    [InlineData("""{"card_image":{"aspect_ratio":" 2.25 "}}""", """{"card_image":{"aspect_ratio":2.25}}""")]
    [InlineData("""{"source":{"desc_color":"3"}}""", """{"source":{"desc_color":3}}""")]
    public void Text_is_read_as_a_number_where_the_page_has_a_number(string given, string written) => AssertRead("template_card", given, written);

    [Theory]
    [InlineData("text", """{"content":["a","","b"]}""", """{"content":"a\n\nb"}""")]
    [InlineData("markdown", """{"content":["# a",1,true,null]}""", """{"content":"# a\n1\ntrue\n"}""")]
    [InlineData("markdown_v2", """{"content":["a",["b"]]}""", """{"content":"a\nb"}""")]
    [InlineData("template_card", """{"sub_title_text":["a","b"],"quote_area":{"quote_text":["c","d"]}}""", """{"quote_area":{"quote_text":"c\nd"},"sub_title_text":"a\nb"}""")]
    public void A_list_of_lines_is_read_as_one_text(string type, string given, string written) => AssertRead(type, given, written);

    [Theory]
    [InlineData("text", """{"content":{"value":"a","PSPath":"C:\\a.txt","ReadCount":1},"mentioned_list":{"value":["b","c"],"Count":2}}""", """{"content":"a","mentioned_list":["b","c"]}""")]
    [InlineData("text", """{"content":[{"value":"a","PSPath":"p"},{"value":"b","PSPath":"p"}]}""", """{"content":"a\nb"}""")]
    public void What_Windows_PowerShell_puts_around_a_value_is_removed(string type, string given, string written) => AssertRead(type, given, written);

    [Theory]
    [InlineData("\"AB\\r\\nCD\\n\"")]
    [InlineData("\"data:image/png;base64,ABCD\"")]
    [InlineData("\" data:image/jpeg;charset=utf-8;base64,AB CD\"")]
    [InlineData("[\"AB\",\"CD\"]")]
    public void Base64_loses_line_breaks_and_the_prefix_of_a_data_url(string base64) =>
        AssertRead("image", $$"""{"base64":{{base64}},"md5":"01-AB"}""", """{"base64":"ABCD","md5":"01AB"}""");

    private static void AssertRead(string type, string given, string written)
    {
        var message = MessageJson.Parse($$"""{"msgtype":"{{type}}","{{type}}":{{given}}}""");
        Assert.Equal($$"""{"msgtype":"{{type}}","{{type}}":{{written}}}""", Encoding.UTF8.GetString(MessageJson.ToUtf8(message)));
    }
}
