using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>Which entries have the content of an earlier one that its sender had a reason to send again.</summary>
public sealed class RetryTests : SimulatorTest
{
    [Fact]
    public async Task Who_met_the_limit_is_followed_until_it_arrives()
    {
        foreach (var text in Enumerable.Range(1, 20))
        {
            await SendAsync(Text($"{text}"));
        }

        await SendAsync(Text("late"));
        await SendAsync(Text("later"));
        await SendAsync(Text("late"));
        Time.Advance(TimeSpan.FromSeconds(60));
        await SendAsync(Text("late"));
        await SendAsync(Text("late"));
        Assert.Equal([null, null, 21, 23, null], (await RetriesAsync(25)).Skip(20));
    }

    [Theory]
    [InlineData(503, null, false, 1)]
    [InlineData(500, null, true, 1)]
    [InlineData(null, -1, false, 1)]
    [InlineData(500, 0, true, 1)]
    [InlineData(null, 45033, false, 1)]
    [InlineData(null, 0, false, null)]
    [InlineData(200, 0, true, null)]
    [InlineData(null, 93000, false, null)]
    [InlineData(null, null, true, null)]
    public async Task Who_got_no_answer_of_the_service_may_send_again(int? status, int? errcode, bool isAccepted, int? retryOf)
    {
        Server.Script(new Fault { Status = status, ErrCode = errcode, Accept = isAccepted });
        await PostAsync(Text("a"));
        await PostAsync(Text("a"));
        Assert.Equal([null, retryOf], await RetriesAsync(2));
    }

    [Fact]
    public async Task What_can_never_arrive_or_is_for_another_robot_is_no_retry()
    {
        await SendAsync(Text(""));
        await SendAsync(Text(""));
        Server.Script(new Fault { Status = 503 });
        await PostAsync(Text("a"));
        await SendAsync(Text("a"), OtherKey);
        Assert.Equal([null, null, null, null], await RetriesAsync(4));
    }

    private async Task<IReadOnlyList<int?>> RetriesAsync(int count)
    {
        await using var reader = await EventReader.OpenAsync(this);
        await reader.ReadHelloAsync();
        var retries = new List<int?>();
        while (retries.Count < count)
        {
            var retryOf = (await reader.ReadEntryAsync()).GetProperty("retryOf");
            retries.Add(retryOf.ValueKind == JsonValueKind.Null ? null : retryOf.GetInt32());
        }

        return retries;
    }
}
