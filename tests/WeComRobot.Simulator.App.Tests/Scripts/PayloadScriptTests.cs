namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>The scripts of payloads that no other cmdlet makes.</summary>
public sealed class PayloadScriptTests
{
    [Fact]
    public void A_message_that_no_other_cmdlet_makes_is_sent_as_JSON() => Assert.Equal(
        """
        @'
        {
          "msgtype": "text",
          "text": {
            "content": "it's",
            "mentioned_list": []
          }
        }
        '@ | Send-WeComMessage -Robot …
        """,
        Payloads.Script("""{"msgtype":"text","text":{"content":"it's","mentioned_list":[]}}"""));

    [Theory]
    [InlineData("""{"quote_area":{"type":0}}""")]
    [InlineData("""{"quote_area":{"url":"https://a"}}""")]
    [InlineData("""{"quote_area":{"type":1,"url":"https://a","appid":""}}""")]
    [InlineData("""{"quote_area":{"pagepath":"a"}}""")]
    [InlineData("""{"horizontal_content_list":[{"keyname":"a","type":3,"userid":"b","url":"c"}]}""")]
    [InlineData("""{"jump_list":[]}""")]
    public void A_card_with_what_no_cmdlet_makes_is_sent_as_JSON(string parts) => AssertJson("Send-WeComMessage", Payloads.Script(Payloads.Card(parts)));

    [Theory]
    [InlineData("""{"sub_title_text":"a\n"}""", @"""a\n""")]
    [InlineData("""{"sub_title_text":"\u001b[1ma\ufeff"}""", @"""\u001b[1ma\ufeff""")]
    public void A_card_that_would_be_cleaned_is_sent_raw(string parts, string text)
    {
        AssertJson("Send-WeComMessage -Raw", Payloads.Script(Payloads.Card(parts)));
        Assert.Contains(text, Payloads.Script(Payloads.Card(parts)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("msgtype=text")]
    [InlineData("[]")]
    [InlineData("{\"msgtype\":\"text\"")]
    [InlineData("""{"msgtype":"texts"}""")]
    [InlineData("""{"msgtype":"text","text":{"content":""}}""")]
    [InlineData("""{"msgtype":"image","image":{"base64":"iVBORw0KGgo=","md5":"0\nexit 1"}}""")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"T"}}}""")]
    public void What_the_module_would_refuse_has_no_script(string payload)
    {
        Assert.NotNull(Payloads.Advise(payload).Error);
        Assert.Null(Payloads.Script(payload));
    }

    private static void AssertJson(string command, string? script)
    {
        Assert.StartsWith("@'\n{\n", script);
        Assert.EndsWith($"\n}}\n'@ | {command} -Robot …", script);
    }
}
