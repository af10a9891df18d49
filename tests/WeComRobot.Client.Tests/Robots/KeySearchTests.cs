using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Robots;

/// <summary>A foreign text does not show the key in any form, and a text without a key stays as it is.</summary>
public class KeySearchTests
{
    private const string Key = Keys.First;

    private static readonly WebhookAddress Robot = WebhookAddress.Parse(Key);

    private static readonly Dictionary<string, Func<string, string>> Writings = new()
    {
        ["upper case"] = text => text.ToUpperInvariant(),
        ["percent, the hyphens"] = text => text.Replace("-", "%2D"),
        ["percent, every third"] = text => Each(text, (c, i) => i % 3 == 0 ? $"%{(int)c:x2}" : $"{c}"),
        ["percent, all"] = text => Each(text, (c, _) => $"%{(int)c:X2}"),
        ["quoted-printable"] = text => Each(text, (c, i) => i == 19 ? $"=\r\n={(int)c:X2}" : $"={(int)c:X2}"),
        ["entities, decimal"] = text => Each(text, (c, _) => $"&#{(int)c};"),
        ["entities, padded and unclosed"] = text => Each(text, (c, _) => $"&#00{(int)c}"),
        ["entities, hexadecimal"] = text => Each(text, (c, i) => i % 2 == 0 ? $"&#x{(int)c:x};" : $"&#X{(int)c:X};"),
        ["entities, named, between"] = text => Each(text, (c, i) => i % 5 == 4 ? $"{c}&shy;" : $"{c}"),
        ["JSON"] = text => Each(text, (c, _) => $"\\u{(int)c:x4}"),
        ["JavaScript"] = text => Each(text, (c, i) => i % 2 == 0 ? $"\\x{(int)c:x2}" : $"\\u{{{(int)c:x}}}"),
        ["markup"] = text => Each(text, (c, i) => i % 4 == 1 ? $"<b class=\"x9\">{c}</b>" : $"{c}"),
        ["a comment"] = text => text.Insert(5, "<!-- 12345 -->").Insert(40, "<wbr>"),
        ["blanks and lines"] = text => Each(text, (c, i) => i % 3 == 0 ? $" {c}\r\n\t" : $"{c}"),
        ["zero width"] = text => string.Join("\u200B", text.ToCharArray()),
        ["full width"] = text => Each(text, (c, _) => $"{(char)(c + 0xFEE0)}"),
        ["colours"] = text => Each(text, (c, i) => i % 6 == 3 ? $"\u001B[1;31m{c}\u001B[0m" : $"{c}"),
        ["without hyphens"] = text => text.Replace("-", ""),
        ["other signs"] = text => text.Replace("-", ":").Insert(4, "_"),
        ["base64"] = text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        ["base64 within more"] = text => Convert.ToBase64String(Encoding.UTF8.GetBytes($"ab?key={text}&x")),
        ["base64 in lines"] = text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Insert(10, "\r\n").Insert(30, "\r\n"),
        ["base64 of UTF-16"] = text => Convert.ToBase64String(Encoding.Unicode.GetBytes(text)),
        ["base64 for URLs"] = text => Convert.ToBase64String(Encoding.UTF8.GetBytes("??>>" + text)).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        ["hexadecimal"] = text => Each(text, (c, _) => $"{(int)c:x2}"),
        ["hexadecimal, apart"] = text => Each(text, (c, _) => $"{(int)c:X2} "),
        ["octal"] = text => Each(text, (c, _) => "\\" + Convert.ToString(c, 8).PadLeft(3, '0')),
        ["bytes in a list"] = text => Each(text, (c, _) => $"{(int)c}, "),
        ["escaped line ends"] = text => Each(text, (c, i) => i % 3 == 0 ? $"{c}\\n" : $"{c}\\t"),
        ["hexadecimal, in C"] = text => Each(text, (c, _) => $"0x{(int)c:x2}, "),
    };

    public static TheoryData<string> Names => [.. Writings.Keys];

    public static TheoryData<string> AsciiNames => [.. Writings.Keys.Where(name => Writings[name](Key).All(char.IsAscii))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_key_is_taken_out_in_any_form(string name)
    {
        var written = Writings[name](Key);
        foreach (var text in (string[])[written, $"<p>Not found: {written}</p>", $"/send?key={written}&type=file"])
        {
            Assert.DoesNotContain(written, Robot.Redact(text), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(AsciiNames))]
    public void The_key_is_taken_out_in_nested_forms(string name)
    {
        // Upper case and full width would change what the first encoding is made of
        foreach (var outer in Writings.Where(other => other.Key is not ("upper case" or "full width" or "other signs" or "without hyphens")))
        {
            var written = outer.Value(Writings[name](Key));
            Assert.True(Robot.Redact($"Not found: {written}!") == "***", $"{name} in {outer.Key}: {written}");
        }
    }

    [Theory]
    [InlineData("693a91f6")]
    [InlineData("...0ec2aifa5aaa was not found")]
    [InlineData("key=693a91f6-7abc-4bc4-97a0-0ec2ai")]
    [InlineData("693A91F6-7ABC-4bc4 … 97a0-0ec2aifa5aaa")]
    public void A_piece_of_the_key_is_taken_out_as_well(string text) => Assert.Equal("***", Robot.Redact(text));

    [Theory]
    [InlineData("<html><title>Sign in to the network</title></html>")]
    [InlineData("no robot 0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d")]
    [InlineData("a 100% sure = sign, 50%25 and &amp; &#x4F60; \\u4f60 <b>你好</b>")]
    [InlineData("eyJlcnJjb2RlIjo5MzAwMCwiZXJybXNnIjoiaW52YWxpZCB3ZWJob29rIHVybCJ9")]
    [InlineData("")]
    [InlineData("\ud800 \uffff &#1114112; &#9999999; %zz \\u{110000}")]
    public void A_text_without_a_key_stays_as_it_is(string text) => Assert.Equal(text, Robot.Redact(text));

    [Fact]
    public void Around_a_plain_key_the_words_stay() => Assert.Equal(
        "no robot *** here, nor ***", Robot.Redact($"no robot {Key} here, nor {Key.ToUpperInvariant()}"));

    [Theory]
    [InlineData("a")]
    [InlineData("Team_7-b")]
    public void A_short_key_is_not_shown(string key)
    {
        var robot = WebhookAddress.Parse("https://relay.example.com/send?key=" + key);
        Assert.DoesNotContain(key, robot.Redact($"no such key: {key}"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("***", robot.Redact($"5: {WebUtility.UrlEncode("%")}{Each(key, (c, _) => $"%{(int)c:x2}")}"));
    }

    private static string Each(string text, Func<char, int, string> write) => string.Concat(text.Select(write));
}
