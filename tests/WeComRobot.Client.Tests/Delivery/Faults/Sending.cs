using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Outbox;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery.Faults;

/// <summary>Sends one message into a fault, and holds what comes of it against what must.</summary>
internal static class Sending
{
    private static TextMessage Message => new() { Text = new() { Content = "你好" } };

    public static async Task PlainAsync(FaultStage stage, Expected expected)
    {
        var sending = stage.Client.SendAsync(stage.Address, Message, stage.Options);
        await stage.RunAsync(sending);
        if (expected.IsDelivered)
        {
            expected.Check(stage, await sending);
        }
        else
        {
            expected.Check(await Assert.ThrowsAnyAsync<WeComException>(() => sending));
        }
    }

    public static async Task ThroughOutboxAsync(FaultStage stage, Expected expected, string path)
    {
        var folder = new MessageOutbox(path, stage.Time);
        var outbox = new OutboxClient(stage.Client, folder);
        var sending = outbox.SendAsync("ops", RobotPool.Single(stage.Address), Outgoing.For(Message), stage.Options);
        await stage.RunAsync(sending);
        if (expected.IsDelivered)
        {
            expected.Check(stage, Assert.Single((await sending).Receipts));
            Assert.Empty(folder.GetItems());
        }
        else if (expected.Kept == Kept.No)
        {
            expected.Check(await Assert.ThrowsAnyAsync<WeComException>(() => sending));
            Assert.Empty(folder.GetItems());
        }
        else
        {
            expected.Check((await sending).Failure!);
            var item = Assert.Single(folder.GetItems());
            Assert.Equal(("ops", expected.Kept.ToString(), "text"), (item.Robot, item.State.ToString(), item.MessageType));
        }
    }
}
