using WeComRobot.Client.Tests.Content.Splitting.Generated;
using WeComRobot.Client.Tests.Content.Splitting.Oracle;
using WeComRobot.Content.Splitting;
using Xunit;

namespace WeComRobot.Client.Tests.Content.Splitting;

/// <summary>Any Markdown, at any limit from 64 to 4096.</summary>
public class MarkdownSplitterProperties
{
    [Fact]
    public void Any_Markdown_comes_in_parts_that_fit_and_parse_to_the_blocks_of_the_whole() =>
        new Property(MarkdownSplitter.Split, MarkdownOracle.Problem).Holds(60_000, SplitCase.Markdown);
}
