using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using WeComRobot.RateLimiting;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>The parts of one message: in order, together, and none lost from sight where one fails.</summary>
public sealed class PartsTests
{
    [Fact]
    public async Task Parts_arrive_in_order_each_with_its_receipt_as_soon_as_it_is_delivered()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var receipts = await robot.SendAsync(Parts("a", "b", "c"));

        Assert.Equal(["a", "b", "c"], Contents(robot));
        Assert.Equal([(1, 3), (2, 3), (3, 3)], receipts.Select(r => (r.Part, r.PartCount)));
        Assert.Equal(receipts, robot.Observer.Receipts);
    }

    [Fact]
    public async Task No_other_message_lands_between_them()
    {
        var serverTime = new VirtualTime();
        await using var robot = await SimulatedRobot.StartAsync(serverTime: serverTime);
        robot.Server.Script(new Fault { DelayMs = 1000 });
        var parts = robot.SendAsync(Parts("a1", "a2", "a3"));
        await serverTime.UntilTimersAsync(1); // the first part is at the server
        var other = robot.SendTextAsync("b");
        Assert.Equal(Timeout.InfiniteTimeSpan, Assert.Single(robot.Observer.Waits)); // and the other message in the queue

        serverTime.Advance(TimeSpan.FromSeconds(1));
        await parts;
        await other;
        Assert.Equal(["a1", "a2", "a3", "b"], Contents(robot));
    }

    [Fact]
    public async Task Each_takes_a_slot_of_the_window_and_waits_for_it()
    {
        var time = new VirtualTime();
        await using var robot = await SimulatedRobot.StartAsync(time, limit: new RateLimit(2, TimeSpan.FromSeconds(60)));
        var parts = robot.SendAsync(Parts("a", "b", "c"));
        await UntilWindowIsFullAsync(robot, time);
        Assert.Equal(["a", "b"], Contents(robot));

        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal([false, false, true], (await parts).Select(r => r.Waited >= TimeSpan.FromSeconds(60)));
    }

    [Theory]
    [InlineData(0, "no part arrived")]
    [InlineData(1, "part 1 arrived")]
    [InlineData(2, "parts 1 to 2 arrived")]
    public async Task A_part_that_fails_ends_the_delivery_and_the_error_holds_those_that_did_not_arrive(int delivered, string told)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script([.. Enumerable.Repeat(new Fault(), delivered), new Fault { ErrCode = 93004 }]);
        var parts = Parts("a", "b", "c", "d");

        var error = Assert.IsType<PartialDeliveryException>(await robot.FailAsync(robot.SendAsync(parts)));

        Assert.Equal((FailureCause.WebhookRefused, 93004, delivered), (error.Cause, error.ErrorCode, error.DeliveredCount));
        Assert.Equal(parts.Skip(delivered), error.Undelivered);
        Assert.Contains($"Part {delivered + 1} of 4 failed; {told}.", error.Message);
        Assert.EndsWith(error.Remedy!, error.Message);
        Assert.Equal(delivered + 1, robot.Server.RequestCount);
    }

    [Fact]
    public async Task A_part_that_may_have_arrived_is_reported_as_such_and_counts_as_undelivered()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault(), new Fault { Status = 502 });

        var error = Assert.IsType<PartialDeliveryException>(await robot.FailAsync(robot.SendAsync(Parts("a", "b", "c"))));

        Assert.Equal(FailureCause.OutcomeUnknown, error.Cause);
        Assert.Contains("look into the group", error.Message);
        Assert.Equal(2, error.Undelivered.Count);
    }

    [Fact]
    public async Task A_failure_of_the_only_part_is_reported_as_such()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault { ErrCode = 93004 });
        Assert.IsNotType<PartialDeliveryException>(await robot.FailAsync(robot.SendAsync(Parts("a"))));
    }

    [Fact]
    public async Task A_part_that_breaks_a_rule_keeps_all_of_them()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        Assert.IsType<InvalidMessageException>(await robot.FailAsync(robot.SendAsync(Parts("a", "", "c"))));
        Assert.Equal(0, robot.Server.RequestCount);
    }

    [Fact]
    public async Task Cancelled_between_two_of_them_the_turn_is_the_next_ones()
    {
        var time = new VirtualTime();
        await using var robot = await SimulatedRobot.StartAsync(time, limit: new RateLimit(1, TimeSpan.FromSeconds(60)));
        using var stop = new CancellationTokenSource();
        var parts = robot.SendAsync(Parts("a1", "a2"), stop.Token);
        await UntilWindowIsFullAsync(robot, time);

        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => parts);
        var other = robot.SendTextAsync("b");
        await time.UntilTimersAsync(1);
        time.Advance(TimeSpan.FromSeconds(61));
        await other;
        Assert.Equal(["a1", "b"], Contents(robot));
    }

    /// <summary>Posts have timers too, for their time-out: the wait's is the one after it was told.</summary>
    private static async Task UntilWindowIsFullAsync(SimulatedRobot robot, VirtualTime time)
    {
        await robot.Observer.UntilWaitingAsync();
        await time.UntilTimersAsync(1);
    }

    private static Message[] Parts(params string[] contents) => [.. contents.Select(c => new TextMessage { Text = new() { Content = c } })];

    private static string[] Contents(SimulatedRobot robot) =>
        [.. robot.Server.Messages.Select(m => ((TextMessage)MessageJson.Parse(m.Body)).Text!.Content!)];
}
