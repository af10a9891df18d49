using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Any text, at any limit from 64 to 4096.</summary>
public class TextSplitterPropertyTests
{
    [Fact]
    public void Any_text_comes_in_parts_that_fit_and_give_it_back() =>
        new Property(TextSplitter.Split, TextOracle.Problem).Holds(60_000, SplitCase.Text);
}
