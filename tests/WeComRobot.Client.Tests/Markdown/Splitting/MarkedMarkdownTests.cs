using System.Collections.Generic;
using System.Linq;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using WeComRobot.Fitting;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>In Markdown a mark is a paragraph of its own: it changes nothing in its part, and nothing in the part swallows it.</summary>
public class MarkedMarkdownTests
{
    [Theory]
    [InlineData(PartMarkPlace.Start)]
    [InlineData(PartMarkPlace.End)]
    public void Mark_and_part_stay_apart(PartMarkPlace place)
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var markdown = SplitCase.Markdown(seed);
            var contents = Marked.Contents(Marked.Markdown(markdown.Document, markdown.Limit), new(place: place));
            for (var i = 0; contents.Length > 1 && i < contents.Length; i++)
            {
                AssertApart(contents[i], $"({i + 1}/{contents.Length})", place);
            }
        }
    }

    [Fact]
    public void A_fence_that_the_author_never_closed_does_not_swallow_the_mark()
    {
        var contents = Marked.Contents(Marked.MarkdownV2("```sh\nls -l /var/log/a-rather-long-name\nls -l /var/log/another-long-name", 64), new(place: PartMarkPlace.End));
        AssertApart(contents[^1], $"({contents.Length}/{contents.Length})", PartMarkPlace.End);
    }

    private static void AssertApart(string content, string mark, PartMarkPlace place)
    {
        var part = place == PartMarkPlace.Start ? content[(mark.Length + 2)..] : content[..^(mark.Length + 2)];
        var paragraph = (LeafKind.Paragraph, "", 0, mark);
        var leaves = Essence(part);
        Assert.Equal(place == PartMarkPlace.Start ? leaves.Prepend(paragraph) : leaves.Append(paragraph), Essence(content));
    }

    private static IEnumerable<(LeafKind Kind, string Detail, int QuoteDepth, string Text)> Essence(string markdown) =>
        MarkdownReader.Read(markdown).Leaves.Select(l => (l.Kind, l.Detail, l.QuoteDepth, l.Text.TrimEnd()));
}
