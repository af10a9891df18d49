using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>More parts than the user allows are an error that says what else can be done.</summary>
public class MaxPartTests
{
    [Theory]
    [InlineData(10, OverflowOptions.DefaultMaxPart)]
    [InlineData(2, 2)]
    [InlineData(120, 120)]
    public void As_many_as_allowed_are_made(int parts, int maxPart) =>
        Assert.Equal(parts, OverflowPlan.For(MessageOf(parts), new() { MaxPart = maxPart }).Messages.Count);

    [Theory]
    [InlineData(11, OverflowOptions.DefaultMaxPart)]
    [InlineData(2, 1)]
    [InlineData(121, 120)]
    public void One_part_more_is_an_error_with_the_count_and_the_other_policies(int parts, int maxPart)
    {
        var error = Assert.Throws<InvalidMessageException>(() => OverflowPlan.For(MessageOf(parts), new() { MaxPart = maxPart }));
        Assert.Equal(FailureCause.ContentTooLong, error.Cause);
        foreach (var word in new[] { $"{parts} parts", $"{maxPart} parts", "MaxPart", nameof(OverflowPolicy.Truncate), nameof(OverflowPolicy.File) })
        {
            Assert.Contains(word, error.Message);
        }
    }

    private static TextMessage MessageOf(int parts) => Marked.Text(string.Join("\n", Enumerable.Repeat(new string('a', 50), parts)), 64);
}
