using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>Messages go as raw UTF-8 without \u escapes, and without absent fields (service.md#json).</summary>
public class RawUtf8Tests
{
    [Theory]
    [InlineData("广州今日天气")]
    [InlineData("🙂 and 𠮷")]
    [InlineData("👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈")]
    [InlineData("<font color='info'>&+</font>/\u00A0\u2028\u2029\u007F\u0085é")]
    public void Text_is_written_as_raw_UTF8(string content) => Assert.Contains(content, ToText(content));

    [Theory]
    [InlineData("say \"hi\"", "say \\\"hi\\\"")]
    [InlineData("C:\\temp", "C:\\\\temp")]
    [InlineData("a\nb\r\tc", "a\\nb\\r\\tc")]
    public void Quotes_backslashes_and_control_characters_are_escaped(string content, string expected) =>
        Assert.Contains($"\"{expected}\"", ToText(content));

    [Fact]
    public void Every_control_character_is_escaped_and_read_back()
    {
        for (var c = '\0'; c < ' '; c++)
        {
            var bytes = ToBytes($"<{c}>");
            Assert.DoesNotContain((byte)c, bytes);
            Assert.Equal($"<{c}>", ReadContent(bytes));
        }
    }

    [Theory]
    [InlineData(@"\ud800", "\ufffd")]
    [InlineData(@"\udc00", "\ufffd")]
    [InlineData(@"a\ud83db", "a\ufffdb")]
    [InlineData(@"\ude42\ud83d", "\ufffd\ufffd")]
    [InlineData(@"\ud83d🙂", "\ufffd🙂")]
    public void Half_a_surrogate_pair_becomes_the_replacement_character(string escaped, string expected)
    {
        // An attribute cannot hold half a pair, so the test unescapes it
        var bytes = ToBytes(Regex.Unescape(escaped));
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(expected)) > 0, Encoding.UTF8.GetString(bytes));
        Assert.Equal(expected, ReadContent(bytes));
    }

    [Fact]
    public void A_long_text_of_all_kinds_is_read_back_as_it_was()
    {
        var content = string.Concat(Enumerable.Repeat("中🙂\"\\\n👩‍👩‍👧‍👦é", 500));
        Assert.Equal(content, ReadContent(ToBytes(content)));
    }

    [Fact]
    public void Absent_fields_are_left_out() =>
        Assert.Equal("""{"msgtype":"text","text":{"content":"x"}}""", ToText("x"));

    [Fact]
    public void Nothing_precedes_the_first_brace() => Assert.Equal((byte)'{', ToBytes("x")[0]);

    private static byte[] ToBytes(string content) => MessageJson.ToUtf8(new TextMessage { Text = new() { Content = content } });

    private static string ToText(string content) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(ToBytes(content));

    private static string? ReadContent(byte[] json) =>
        JsonDocument.Parse(json).RootElement.GetProperty("text").GetProperty("content").GetString();
}
