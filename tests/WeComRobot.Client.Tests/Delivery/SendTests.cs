using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>The eight message types arrive as they were written, and a receipt tells of it.</summary>
public sealed class SendTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 6, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public async Task Every_sample_is_accepted_as_it_is(string name)
    {
        await using var robot = await SimulatedRobot.StartAsync(new VirtualTime(Now));
        var message = await SendableAsync(robot, name);
        var receipt = await robot.SendAsync(message);

        var received = Assert.Single(robot.Server.Messages);
        Assert.Equal(message.MessageType, received.MessageType);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(MessageJson.ToUtf8(message)), JsonNode.Parse(received.Body)), received.Body);
        Assert.Equal(received.Media?.MediaId, receipt.MediaId);
        Assert.Equal(
            (message.MessageType, robot.Address.ToString(), Now, 1, 1, 1, TimeSpan.Zero),
            (receipt.MessageType, receipt.Robot, receipt.SentAt, receipt.Part, receipt.PartCount, receipt.Attempts, receipt.Waited));
        Keys.AssertAbsent(receipt.ToString());
        Assert.Empty(robot.Observer.Warnings);
        Assert.Equal(1, robot.Observer.Postings);
    }

    [Fact]
    public async Task A_message_reaches_only_the_robot_it_is_for()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await robot.SendTextAsync();
        await robot.Client.SendAsync(
            WebhookAddress.Parse(robot.Server.Webhook(Keys.Second).AbsoluteUri), Sample.Edited("markdown"));
        Assert.Equal([(Keys.First, "text"), (Keys.Second, "markdown")], robot.Server.Messages.Select(m => (m.Key, m.MessageType)));
    }

    [Fact]
    public async Task A_recommendation_does_not_stop_the_message()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await robot.SendAsync(Sample.Edited("news", $"news.articles[0].title=\"{new string('长', 43)}\""));
        Assert.Single(robot.Server.Messages);
    }

    [Theory]
    [InlineData("text", "text.content")]
    [InlineData("news", "news.articles=[]")]
    [InlineData("image")]
    [InlineData("file", "file.media_id=\"\"")]
    [InlineData("text_notice", "template_card.card_action")]
    public async Task What_breaks_a_rule_is_never_posted(string sample, params string[] edits)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await robot.FailAsync(robot.SendAsync(Sample.Edited(sample, edits)));
        Assert.Equal(0, robot.Server.RequestCount);
        Assert.Equal(0, robot.Observer.Postings);
    }

    /// <summary>Sample media ids and the sample's image are placeholders: real ones in their place.</summary>
    private async Task<Message> SendableAsync(SimulatedRobot robot, string name) => name switch
    {
        "image" => ImageContent.FromBytes([.. Pictures.Png, .. Enumerable.Range(0, 100).Select(i => (byte)i)], "logo.png"),
        "file" => Sample.Edited("file", $"file.media_id=\"{await UploadAsync(robot, MediaType.File)}\""),
        "voice" => Sample.Edited("voice", $"voice.media_id=\"{await UploadAsync(robot, MediaType.Voice)}\""),
        _ => Sample.Edited(name),
    };

    private async Task<string> UploadAsync(SimulatedRobot robot, MediaType type) =>
        (await robot.UploadAsync(_folder.Write("voice.amr", AmrBytes.Narrow(50)), type)).MediaId;
}
