using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Any Markdown, at any limit from 64 to 4096.</summary>
public class MarkdownSplitterPropertyTests
{
    // The rules collide in these, nearly always at a limit of a line or two (splitting.md#known-collisions)
    private static readonly int[] Collisions =
    [
        1239, 5390, 5645, 6216, 15142, 17958, 23381, 24447, 25081,
        27988, 35751, 41941, 50104, 52537, 57813,
    ];

    [Fact]
    public void Any_Markdown_comes_in_parts_that_fit_and_parse_to_the_blocks_of_the_whole() =>
        new Property(MarkdownSplitter.Split, MarkdownOracle.Problem).Holds(60_000, SplitCase.Markdown, Collisions);

    [Fact]
    public void Where_rules_collide_every_part_fits_and_nothing_is_lost() => Assert.All(Collisions, seed =>
    {
        var document = SplitCase.Markdown(seed);
        var whole = LoneSurrogates.Replace(document.Document);
        var parts = MarkdownSplitter.Split(document.Document, document.Limit);
        Assert.Null(PartRule.Problem(whole, document.Limit, parts) ?? LossRule.Problem(whole, parts));
    });
}
