using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The tables of error ids have each id that there is, and no other.</summary>
public sealed class ErrorIdTableTests
{
    private static readonly string[] Ids =
        [.. Assembly.LoadFrom(Path.Combine(BuiltModule.Folder("Core"), "WeComRobot.Client.dll")).GetType("WeComRobot.FailureCause", throwOnError: true)!
            .GetEnumNames().Select(cause => "WeCom" + cause).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/en-US/about_WeComRobot.md")]
    [InlineData("docs/zh-CN/about_WeComRobot.md")]
    public void Each_id_has_its_row(string page)
    {
        var rows = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, page)), @"^\| (`WeCom[A-Z]\w+`.*?) \|", RegexOptions.Multiline);
        var named = rows.SelectMany(row => Regex.Matches(row.Groups[1].Value, "`(WeCom[A-Z]\\w+)`").Select(id => id.Groups[1].Value));

        Assert.Equal(Ids, named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_id_is_explained_once()
    {
        using var entries = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "WeComRobot", "Errors", "error-ids.json")));
        var explained = entries.RootElement.EnumerateArray().Select(entry => "WeCom" + entry.GetProperty("cause").GetString());

        Assert.Equal(Ids, explained.Order(StringComparer.Ordinal));
    }
}
