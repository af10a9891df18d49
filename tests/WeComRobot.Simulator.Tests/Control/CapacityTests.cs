using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>How much the simulator keeps. Requests by the thousand would take long, so most of this is about the log alone.</summary>
public sealed class CapacityTests : SimulatorTest
{
    private readonly Robot _robot = new(1, Key, new RateRule(int.MaxValue, TimeSpan.FromSeconds(60)));

    [Fact]
    public async Task The_oldest_of_10_001_messages_is_forgotten()
    {
        var log = new ChatLog(Time);
        foreach (var number in Enumerable.Range(1, 10_000))
        {
            Accept(log, number);
        }

        var page = log.ReadAfter(9_999);
        Accept(log, 10_001);
        await page.Change.InTimeAsync();

        Assert.Equal(Enumerable.Range(2, 10_000).Select(number => $"{number}"), log.Messages.Select(message => message.Body));
        Assert.Null(log.Find(1));
        Assert.Equal([10_000L, 10_001], log.ReadAfter(9_999).Entries.Select(entry => entry.Id));
        Assert.Equal(page.Generation, log.ReadAfter(0).Generation);
    }

    [Fact]
    public void Refused_messages_count_as_well()
    {
        var log = new ChatLog(Time);
        Accept(log, 1);
        foreach (var code in Enumerable.Range(2, 10_000))
        {
            log.AddRejected(new() { Robot = _robot, Refusal = new(code) });
        }

        Assert.Empty(log.Messages);
        Assert.Equal(Enumerable.Range(2, 10_000), log.Refusals);
        Accept(log, 10_002);
        Assert.Equal(Enumerable.Range(3, 9_999), log.Refusals);
        Assert.Equal((3, 10_002), (log.ReadAfter(0).Entries[0].Id, log.ReadAfter(0).Entries[^1].Id));
    }

    [Fact]
    public void Large_bodies_leave_earlier()
    {
        var queue = new EntryQueue();
        var third = new BodyText(new string('x', (EntryQueue.MaxLength / 3) + 1));
        foreach (var id in Enumerable.Range(1, 4))
        {
            queue.Add(new() { Id = id, Body = third });
        }

        Assert.Equal([3L, 4], queue.After(0).Select(entry => entry.Id));
        queue.Clear();
        queue.Add(new() { Id = 5, Body = third });
        queue.Add(new() { Id = 6, Body = third });
        Assert.Equal([5L, 6], queue.After(0).Select(entry => entry.Id));
    }

    [Fact]
    public void Large_responses_count_as_well()
    {
        var queue = new EntryQueue();
        var response = new SentResponse(200, "", new byte[(EntryQueue.MaxLength / 2) + 1], new Dictionary<string, string>());
        queue.Add(new() { Id = 1, Response = response });
        queue.Add(new() { Id = 2, Response = response });
        Assert.Equal([2L], queue.After(0).Select(entry => entry.Id));
    }

    private void Accept(ChatLog log, int number) => Assert.True(log.TryAccept(
        _robot, new() { Robot = _robot }, now => new() { Key = Key, MessageType = "text", ReceivedAt = now, Body = $"{number}" }));
}
