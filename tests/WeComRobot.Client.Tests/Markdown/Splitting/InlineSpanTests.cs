using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>A span that fits into a part is in one.</summary>
public class InlineSpanTests
{
    [Theory]
    [InlineData("**very much indeed**")]
    [InlineData("*very much indeed*")]
    [InlineData("`ls -l /var/log`")]
    [InlineData("``a ` b c d e f``")]
    [InlineData("[the last build](http://ci/42)")]
    [InlineData("![the last build](http://ci/42)")]
    [InlineData("<font color=\"info\">all is well</font>")]
    [InlineData("<font color=\"info\">all **is** well</font>")]
    [InlineData("**very `much indeed` so**")]
    [InlineData("<@wangqing>")]
    [InlineData("<https://ci.example.com/build/42>")]
    public void A_span_goes_to_the_next_part_whole(string span)
    {
        const string before = "The disk usage of the server is above the limit again,";
        Assert.Equal([before, span + " here."], MarkdownSplitter.Split(before + " " + span + " here.", 64));
    }

    [Fact]
    public void A_span_that_fits_into_no_part_is_cut_like_text() => Assert.Equal(
        ["**The disk usage of the server is above the limit again, look at", "it now**"],
        MarkdownSplitter.Split("**The disk usage of the server is above the limit again, look at it now**", 64));

    [Theory]
    [InlineData("This is 2 * 3 * 4 and this is snake_case and this is a lone ` here", "This is 2 * 3 * 4 and this is snake_case and this is a lone `", "here")]
    public void Signs_that_open_no_span_hold_nothing_together(string document, params string[] parts) =>
        Assert.Equal(parts, MarkdownSplitter.Split(document, 64));
}
