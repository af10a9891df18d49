using System.Linq;
using System.Text;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>What goes out is whole and checked when it is made.</summary>
public class OutgoingTests
{
    private static readonly NewsMessage LongTitle = News(new string('长', 43));

    [Fact]
    public void A_message_that_breaks_a_rule_does_not_go_out() => Assert.Throws<InvalidMessageException>(() => Outgoing.For(Text("")));

    [Fact]
    public void It_holds_the_recommendations_of_all_its_parts()
    {
        var outgoing = Outgoing.For([LongTitle, Text("a"), LongTitle]);
        Assert.Equal(["news.articles[0].title", "news.articles[0].title"], outgoing.Recommendations.Select(finding => finding.Field));
    }

    [Fact]
    public void The_error_of_a_part_tells_the_recommendations_of_those_before_it()
    {
        var error = Assert.Throws<InvalidMessageException>(() => Outgoing.For([LongTitle, Text(""), LongTitle]));
        Assert.Equal("text.content", Assert.Single(error.Errors).Field);
        Assert.Equal("news.articles[0].title", Assert.Single(error.Recommendations).Field);
    }

    [Fact]
    public void The_attachment_is_the_last_part_and_carries_the_id_that_it_gets()
    {
        using var file = MediaFile.FromBytes(new byte[6], "a.bin");
        var outgoing = Outgoing.For([Text("a")], file);
        Assert.Equal(2, outgoing.PartCount);
        Assert.Equal([Text("a"), FileMessage.FromMediaId("id")], outgoing.ToMessages("id"));
        Assert.Equal([Text("a"), new FileMessage()], outgoing.ToMessages(null));
    }

    [Fact]
    public void A_plan_with_a_file_goes_out_with_it_attached()
    {
        var content = new string('x', 3000);
        var plan = OverflowPlan.For(Text(content), new() { Policy = OverflowPolicy.File, FileName = "log.txt" });
        var outgoing = Outgoing.For(plan);
        Assert.Equal(plan.Messages, outgoing.Messages);
        Assert.Equal(("log.txt", Encoding.UTF8.GetByteCount(content), MediaType.File), (outgoing.Attachment!.Name, outgoing.Attachment.Size, outgoing.Attachment.Type));
    }

    private static TextMessage Text(string content) => new() { Text = new() { Content = content } };

    private static NewsMessage News(string title) => new() { News = new() { Articles = [new() { Title = title, Url = "https://example.com" }] } };
}
