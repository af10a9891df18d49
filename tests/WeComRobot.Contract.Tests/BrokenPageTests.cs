using System;
using System.IO;
using WeComRobot.HelpBuilder.Pages;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>A page that breaks the schema of help pages.</summary>
public sealed class BrokenPageTests
{
    [Theory]
    [InlineData("## NOTES", "## NOTICES", "'NOTES'")]
    [InlineData("```powershell", "```console", "Example 1")]
    [InlineData("```yaml\nType", "```json\nType", "-AllowHttp")]
    [InlineData("DefaultValue: False", "Default: False", "-AllowHttp")]
    [InlineData("### -AllowHttp", "### -AllowHttps", "-AllowHttp, -AllowHttps")]
    public void The_error_names_the_page_and_what_is_wrong(string written, string broken, string named)
    {
        var path = Path.Combine(Repository.Root, "docs", "en-US", "Send-WeComText.md");
        var text = File.ReadAllText(path);
        var at = text.IndexOf(written, StringComparison.Ordinal);

        var error = Assert.Throws<PageException>(() => new CommandPage(new MarkdownPage(path, text[..at] + broken + text[(at + written.Length)..])));

        Assert.Equal(path, error.Path);
        Assert.Contains(named, error.Message);
    }
}
