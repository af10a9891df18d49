using System;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Robots;

/// <summary>The addresses that are taken, and where messages and files then go (使用群机器人, 文件上传接口).</summary>
public class WebhookAddressTests
{
    [Theory]
    [InlineData("693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa")]
    [InlineData("693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa")]
    public void A_bare_key_means_the_official_service(string key)
    {
        var robot = WebhookAddress.Parse(key);
        Assert.Equal("qyapi.weixin.qq.com", robot.Host);
        Assert.Equal("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + key, robot.CreateSendUri().AbsoluteUri);
        Assert.Equal($"https://qyapi.weixin.qq.com/cgi-bin/webhook/upload_media?key={key}&type=file", robot.CreateUploadUri("file").AbsoluteUri);
    }

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/", "qyapi.weixin.qq.com")]
    [InlineData("https://relay.example.com/wecom/", "relay.example.com")]
    [InlineData("https://relay.example.com/", "relay.example.com")]
    [InlineData("https://relay.example.com:8443/a/b%20c/", "relay.example.com:8443")]
    [InlineData("https://192.168.0.7/cgi-bin/webhook/", "192.168.0.7")]
    [InlineData("http://127.0.0.1:8080/cgi-bin/webhook/", "127.0.0.1:8080")]
    [InlineData("http://127.0.0.2/cgi-bin/webhook/", "127.0.0.2")]
    [InlineData("http://localhost:8080/cgi-bin/webhook/", "localhost:8080")]
    [InlineData("http://[::1]:8080/cgi-bin/webhook/", "[::1]:8080")]
    public void A_url_of_any_base_keeps_it_for_messages_and_files(string root, string host)
    {
        var robot = WebhookAddress.Parse($"{root}send?key={Keys.First}");
        Assert.Equal(host, robot.Host);
        Assert.Equal($"{root}send?key={Keys.First}", robot.CreateSendUri().AbsoluteUri);
        Assert.Equal($"{root}upload_media?key={Keys.First}&type=voice", robot.CreateUploadUri("voice").AbsoluteUri);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Team_7-b")]
    public void A_url_may_have_a_key_of_another_form(string key) =>
        Assert.EndsWith("?key=" + key, WebhookAddress.Parse("https://relay.example.com/send?key=" + key).CreateSendUri().AbsoluteUri);

    [Fact]
    public void The_letter_case_of_scheme_and_host_does_not_matter() => Assert.Equal(
        WebhookAddress.Parse(Keys.First).CreateSendUri(),
        WebhookAddress.Parse($"HTTPS://QYAPI.weixin.qq.com/cgi-bin/webhook/send?key={Keys.First}").CreateSendUri());

    [Theory]
    [InlineData("https://relay.example.com", "https://relay.example.com/cgi-bin/webhook/")]
    [InlineData("https://relay.example.com/", "https://relay.example.com/cgi-bin/webhook/")]
    [InlineData("https://relay.example.com:8443/wecom", "https://relay.example.com:8443/wecom/cgi-bin/webhook/")]
    [InlineData("https://relay.example.com/a%20b/webhook/", "https://relay.example.com/a%20b/webhook/cgi-bin/webhook/")]
    [InlineData("http://127.0.0.1:8080/a//", "http://127.0.0.1:8080/a/cgi-bin/webhook/")]
    public void A_base_takes_the_place_of_the_services_host_and_the_apis_path_follows(string given, string root)
    {
        foreach (var webhook in (string[])[Keys.First, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + Keys.First, "https://other.example.com/x/send?key=" + Keys.First])
        {
            var robot = WebhookAddress.Parse(webhook, new Uri(given));
            Assert.Equal($"{root}send?key={Keys.First}", robot.CreateSendUri().AbsoluteUri);
            Assert.Equal($"{root}upload_media?key={Keys.First}&type=file", robot.CreateUploadUri("file").AbsoluteUri);
        }
    }

    [Theory]
    [InlineData("https://relay.example.com/cgi-bin/webhook/")]
    [InlineData("https://relay.example.com/cgi-bin/webhook")]
    [InlineData("https://relay.example.com/cgi-bin")]
    [InlineData("https://relay.example.com/a/cgi-bin/webhook/send")]
    public void A_base_that_has_the_apis_path_already_is_refused_with_the_way_out(string given)
    {
        var error = Assert.Throws<WeComException>(() => WebhookAddress.Parse(Keys.First, new Uri(given)));
        Assert.Equal(FailureCause.InvalidAddress, error.Cause);
        Assert.Contains("/cgi-bin/webhook", error.What);
        Assert.Contains("full webhook", error.Remedy);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" \t")]
    [InlineData("\u3000\u00A0")]
    [InlineData("\uFEFF")]
    [InlineData("\u200B\u2060\0")]
    public void Blanks_and_line_breaks_around_it_are_ignored(string around)
    {
        foreach (var webhook in (string[])[Keys.First, "https://relay.example.com/a/send?key=" + Keys.First])
        {
            foreach (var text in (string[])[around + webhook, webhook + around, around + webhook + around])
            {
                Assert.Equal(WebhookAddress.Parse(webhook).CreateSendUri(), WebhookAddress.Parse(text).CreateSendUri());
            }
        }
    }

    [Theory]
    [InlineData("https://relay.example.com/a?key=b")]
    [InlineData("http://relay.example.com/")]
    [InlineData("https://user:pw@relay.example.com/")]
    [InlineData("relay.example.com")]
    public void An_invalid_base_address_is_refused(string given)
    {
        var error = Assert.Throws<WeComException>(() => WebhookAddress.Parse(Keys.First, new Uri(given, UriKind.RelativeOrAbsolute)));
        Assert.Equal(FailureCause.InvalidAddress, error.Cause);
        Assert.DoesNotContain("pw", error.Message);
        Keys.AssertAbsent(error);
    }

    [Fact]
    public void Plain_http_to_another_machine_must_be_allowed()
    {
        var url = "http://192.0.2.1/send?key=" + Keys.First;
        Assert.Throws<WeComException>(() => WebhookAddress.Parse(url));
        Assert.Equal(url, WebhookAddress.Parse(url, allowHttp: true).CreateSendUri().AbsoluteUri);
        Assert.Throws<WeComException>(() => WebhookAddress.Parse("ftp://192.0.2.1/send?key=" + Keys.First, allowHttp: true));
    }
}
