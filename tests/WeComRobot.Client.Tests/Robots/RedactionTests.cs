using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Robots;

/// <summary>The key never appears (architecture.md#the-key-never-appears).</summary>
public class RedactionTests
{
    private static readonly WebhookAddress Robot = WebhookAddress.Parse(Keys.First);

    [Fact]
    public void Every_textual_form_shows_host_and_fingerprint_but_no_key()
    {
        foreach (var text in new[] { Robot.ToString(), $"{Robot}", string.Format(CultureInfo.InvariantCulture, "{0}", Robot), "" + Robot })
        {
            Assert.Contains("qyapi.weixin.qq.com", text);
            Assert.Contains(Robot.Fingerprint, text);
            Keys.AssertAbsent(text);
        }
    }

    [Fact]
    public void No_serialised_form_shows_it()
    {
        Keys.AssertAbsent(JsonSerializer.Serialize(Robot));
        Keys.AssertAbsent(JsonSerializer.Serialize<object>(new { Robot }));
        Keys.AssertAbsent(JsonSerializer.Serialize(Robot, new JsonSerializerOptions { IncludeFields = true }));
    }

    [Fact]
    public void No_public_member_shows_it()
    {
        Keys.AssertAbsent(Members.TextOf(Robot));
        var methods = typeof(WebhookAddress).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => m.GetParameters().Length == 0 && m.ReturnType != typeof(void));
        Assert.All(methods, m => Keys.AssertAbsent(m.Invoke(Robot, [])?.ToString() ?? ""));
    }

    [Fact]
    public void A_debugger_shows_it_as_ToString_does() => Assert.Equal(
        "{ToString(),nq}", typeof(WebhookAddress).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);

    [Fact]
    public void A_fingerprint_tells_keys_apart_and_says_nothing_of_them()
    {
        Assert.Matches("^[0-9a-f]{8}$", Robot.Fingerprint);
        Assert.Equal(Robot.Fingerprint, WebhookAddress.Parse("https://relay.example.com/send?key=" + Keys.First).Fingerprint);
        Assert.NotEqual(Robot.Fingerprint, WebhookAddress.Parse(Keys.Second).Fingerprint);
        Assert.DoesNotContain(Robot.Fingerprint, Keys.First, StringComparison.OrdinalIgnoreCase);
    }
}
