using System.Linq;
using System.Text;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>What fits, what is blank, and what is no text.</summary>
public class TextEdgeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  告警 \n")]
    [InlineData("\r\n")]
    public void What_fits_stays_as_it_is(string text)
    {
        Assert.Equal([text], TextSplitter.Split(text, 64));
        Assert.Equal([text], MarkdownSplitter.Split(text, 64));
    }

    [Fact]
    public void Exactly_the_limit_fits_and_blanks_behind_it_make_no_second_part()
    {
        var text = new string('a', 64);
        Assert.Equal([text], TextSplitter.Split(text, 64));
        Assert.Equal([text], TextSplitter.Split(text + "\n", 64));
        Assert.Equal([text], TextSplitter.Split(text + " \r\n\r\n", 64));
    }

    // A mail's empty lines, a terminal's padding
    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("\r\n \t\r\n")]
    public void Blanks_alone_never_make_a_part(string blank)
    {
        var blanks = string.Concat(Enumerable.Repeat(blank, 100));
        var text = "first" + blanks + "\nsecond" + blanks + "\nthird";
        Assert.Equal(["first", "second", "third"], TextSplitter.Split(text, 64));
        Assert.Equal(["first", "second", "third"], MarkdownSplitter.Split(text, 64).Select(p => p.Trim()));
    }

    [Fact]
    public void Halves_of_surrogate_pairs_become_replacement_characters()
    {
        Assert.Equal(["告警\uFFFD"], TextSplitter.Split("告警\ud83d", 64));
        Assert.Equal(["告警\uFFFD"], MarkdownSplitter.Split("告警\ude00", 64));
        var parts = TextSplitter.Split(new string('\ud83d', 50), 64);
        Assert.Equal(new string('\uFFFD', 50), string.Concat(parts));
        Assert.All(parts, p => Assert.InRange(Encoding.UTF8.GetByteCount(p), 1, 64));
    }

    [Fact]
    public void A_sign_longer_than_a_part_is_cut_between_code_points()
    {
        var tower = "Z" + string.Concat(Enumerable.Repeat("\U0001D165", 40));
        foreach (var parts in new[] { TextSplitter.Split(tower, 64), MarkdownSplitter.Split(tower, 64) })
        {
            Assert.Equal(tower, string.Concat(parts));
            Assert.All(parts, p => Assert.InRange(Encoding.UTF8.GetByteCount(p), 1, 64));
            Assert.DoesNotContain('\uFFFD', string.Concat(parts));
        }
    }
}
