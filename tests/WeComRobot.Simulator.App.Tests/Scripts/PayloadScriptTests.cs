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

    [Fact]
    public void An_unknown_payload_is_written_as_it_came() => Assert.Equal(
        "@'\n{\n    \"msgtype\": \"texts\"\n}\n'@ | Send-WeComMessage -Robot …", Payloads.Script("\r\n{\r\n\t\"msgtype\": \"texts\"\r\n}\r\n"));

    [Theory]
    [InlineData("")]
    [InlineData("msgtype=text")]
    [InlineData("[]")]
    [InlineData("{\"msgtype\":\"text\"")]
    public void What_is_no_JSON_object_has_no_script(string payload) => Assert.Null(Payloads.Script(payload));

    private static void AssertJson(string command, string? script)
    {
        Assert.StartsWith("@'\n{\n", script);
        Assert.EndsWith($"\n}}\n'@ | {command} -Robot …", script);
    }
}
