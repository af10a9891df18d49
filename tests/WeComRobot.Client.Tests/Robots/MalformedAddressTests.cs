using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Robots;

/// <summary>Every slip has its own words, a remedy, and never the key.</summary>
public class MalformedAddressTests
{
    private const string Key = Keys.First;
    private const string Official = "https://qyapi.weixin.qq.com/cgi-bin/webhook/";
    private const string Webhook = Official + "send?key=" + Key;

    [Theory]
    [InlineData("http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + Key, "qyapi.weixin.qq.com")]
    [InlineData("http://192.168.0.7/send?key=" + Key, "192.168.0.7")]
    [InlineData("http://localhost.example.com/send?key=" + Key, "localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com/send?key=" + Key, "127.0.0.1.example.com")]
    [InlineData("http://0.0.0.0/send?key=" + Key, "0.0.0.0")]
    [InlineData("http://[::2]/send?key=" + Key, "[::2]")]
    [InlineData("ftp://127.0.0.1/send?key=" + Key, "ftp")]
    [InlineData("file://localhost/send?key=" + Key, "file")]
    [InlineData("ws://localhost/send?key=" + Key, "ws")]
    public void Anything_but_https_away_from_this_machine_is_named(string text, string named)
    {
        var error = Refuse(text);
        Assert.Contains("https", error.Message);
        Assert.Contains(named, error.Message);
    }

    [Theory]
    [InlineData(Official + "send")]
    [InlineData(Official + "send?")]
    [InlineData(Official + "send?key")]
    [InlineData(Official + "send?key=")]
    [InlineData(Official + "send?" + Key)]
    [InlineData(Official + "send?Key=" + Key)]
    [InlineData(Official + "send#key=" + Key)]
    [InlineData(Webhook + "&key=" + Keys.Second)]
    [InlineData(Webhook + "&key=" + Key)]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=" + Key)]
    public void A_missing_empty_or_second_key_is_an_error_about_the_key(string text) => Assert.Contains("key", Refuse(text).Message);

    [Theory]
    [InlineData(Webhook + "&debug=1", "debug")]
    [InlineData(Official + "send?type=file&key=" + Key, "type")]
    public void A_foreign_parameter_is_named(string text, string parameter) => Assert.Contains($"'{parameter}'", Refuse(text).Message);

    [Theory]
    [InlineData(Official + "upload_media?key=" + Key)]
    [InlineData(Official + "SEND?key=" + Key)]
    [InlineData(Official + "?key=" + Key)]
    [InlineData("https://relay.example.com?key=" + Key)]
    [InlineData("https://relay.example.com/resend?key=" + Key)]
    public void The_address_of_another_api_is_not_taken_for_a_webhook(string text) => Assert.Contains("/send", Refuse(text).Message);

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/wedoc/smartsheet/webhook?key=" + Key)]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/wedoc/smartsheet/webhook?key=5QkS8lFMDYjBv1dsq3fzT0aRnEwG9uKpXh27cLmZtVbN46eCxoAiJrUgWy" + Key)]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/wedoc/smartsheet/webhook/?key=" + Key + "&debug=1")]
    [InlineData("https://relay.example.com/CGI-BIN/wedoc/smartsheet/webhook")]
    public void The_webhook_of_a_smart_sheet_is_called_what_it_is(string text) => Assert.Contains("smart sheet", Refuse(text).Message);

    [Theory]
    [InlineData("https://user@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + Key)]
    [InlineData("https://user:secret@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + Key)]
    public void A_user_before_the_host_is_refused(string text)
    {
        var error = Refuse(text);
        Assert.Contains("user name or password", error.Message);
        Assert.DoesNotContain("secret", error.Message);
    }

    [Theory]
    [InlineData("693a91f6-7abc-\n4bc4-97a0-0ec2aifa5aaa", "line break")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/\nwebhook/send?key=" + Key, "line break")]
    [InlineData(Key + " " + Key, "space")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7abc-\u30004bc4-97a0-0ec2aifa5aaa", "space")]
    [InlineData("webhook: " + Webhook, "space")]
    public void What_pasting_adds_is_named(string text, string named) => Assert.Contains(named, Refuse(text).Message);

    [Theory]
    [InlineData(Webhook + "\"")]
    [InlineData(Webhook + "'")]
    [InlineData(Webhook + "%20")]
    [InlineData(Webhook + "%0A")]
    [InlineData(Webhook + "。")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-\u200B7abc-4bc4-97a0-0ec2aifa5aaa")]
    [InlineData(Webhook + ";")]
    [InlineData(Webhook + "/")]
    public void A_foreign_character_in_the_key_is_an_error_about_it(string text) => Assert.Contains("character", Refuse(text).Message);

    [Theory]
    [InlineData("693a91f67abc4bc497a00ec2aifa5aaa", "32")]
    [InlineData("693a91f6-7abc-4bc4-97a0-0ec2aifa5aa", "35")]
    [InlineData(Key + "a", "37")]
    [InlineData(Key + "\uFEFF-", "38")]
    [InlineData("\"" + Key + "\"", "38")]
    [InlineData("key=" + Key, "40")]
    [InlineData("send?key=" + Key, "45")]
    public void A_text_that_is_neither_url_nor_key_is_refused_with_its_length(string text, string length) =>
        Assert.Contains($" {length}.", Refuse(text).Message);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("https://")]
    [InlineData("://" + Key)]
    [InlineData("\"" + Webhook + "\"")]
    [InlineData("https://" + Key)]
    [InlineData("http://" + Key)]
    [InlineData("https://" + Key + "/send")]
    [InlineData(Official + "send&key=" + Key)]
    [InlineData(Official + "send;key=" + Key)]
    [InlineData(Official + "send/" + Key)]
    [InlineData(Official + "send%3Fkey%3D" + Key)]
    [InlineData(Webhook + "&" + Keys.Second)]
    [InlineData(Webhook + "&" + Keys.Second + "=1")]
    [InlineData("https://open.feishu.cn/open-apis/bot/v2/hook/" + Key)]
    [InlineData("https://hooks.slack.com/services/T0/B0/" + Key)]
    [InlineData("https://" + Key + "@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + Key)]
    public void A_key_in_the_wrong_place_is_not_shown_either(string text) => Refuse(text);

    private static WeComException Refuse(string text)
    {
        var error = Assert.Throws<WeComException>(() => WebhookAddress.Parse(text));
        Assert.Equal(FailureCause.InvalidAddress, error.Cause);
        Assert.NotNull(error.Remedy);
        Keys.AssertAbsent(error);
        return error;
    }
}
