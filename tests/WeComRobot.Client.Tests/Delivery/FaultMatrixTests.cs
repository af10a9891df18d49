using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Delivery.Faults;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>
/// Each fault, met by every try or by the first one only, without and with AtLeastOnce, and with the outbox: delivered once, or
/// an error that names the cause, or kept; no post more than allowed where the first may have arrived; never beyond the time-out.
/// </summary>
public sealed class FaultMatrixTests : IDisposable
{
    private const int MaxRetry = 2;

    private static readonly FaultRow[] Rows = [.. ConnectionFaults.Rows, .. AnswerFaults.Rows];

    private readonly TestFolder _folder = new();

    /// <summary>How a message is sent.</summary>
    public enum Way
    {
        /// <summary>By default.</summary>
        Plain,

        /// <summary>Rather twice than never.</summary>
        AtLeastOnce,

        /// <summary>Kept where it fails.</summary>
        Outbox,
    }

    public static TheoryData<string, Way> Lasting => Cases(Rows);

    public static TheoryData<string, Way> Passing => Cases(Rows.Where(row => row.CanPass && row.Cause is not null));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Lasting))]
    public Task Every_try_meets_the_fault(string name, Way way) => MeetAsync(name, way, row => IsTriedAgain(row, way) ? 1 + MaxRetry : 1);

    [Theory]
    [MemberData(nameof(Passing))]
    public Task Only_the_first_try_meets_the_fault(string name, Way way) => MeetAsync(name, way, _ => 1);

    private static bool IsTriedAgain(FaultRow row, Way way) =>
        row.Retry == SentAgain.Later || (row.Retry == SentAgain.AtLeastOnce && way == Way.AtLeastOnce);

    private static TheoryData<string, Way> Cases(IEnumerable<FaultRow> rows)
    {
        var cases = new TheoryData<string, Way>();
        foreach (var row in rows)
        {
            foreach (var way in Enum.GetValues<Way>())
            {
                cases.Add(row.Name, way);
            }
        }

        return cases;
    }

    private async Task MeetAsync(string name, Way way, Func<FaultRow, int> faultsOf)
    {
        var row = Rows.Single(row => row.Name == name);
        var faults = faultsOf(row);
        await using var stage = await FaultStage.SetAsync(row, faults);
        stage.Options = stage.Options with { MaxRetry = MaxRetry, AtLeastOnce = way == Way.AtLeastOnce };
        var expected = new Expected(row, faults, IsTriedAgain(row, way) && faults <= MaxRetry);

        await (way == Way.Outbox ? Sending.ThroughOutboxAsync(stage, expected, _folder.PathOf("outbox")) : Sending.PlainAsync(stage, expected));

        Assert.Equal(expected.Posts, stage.Observer.Postings);
        Assert.Equal(expected.Requests, stage.Requests);
        Assert.Equal(expected.Arrivals, stage.Arrived);
        Assert.InRange(stage.Time.GetUtcNow() - new VirtualTime().GetUtcNow(), expected.LeastTime, expected.MostTime(stage.Options.Timeout));
        Assert.Equal(0, stage.Time.ActiveTimers);
        Assert.True(stage.AnsweredBytes < 32 * 1024 * 1024, $"The client took {stage.AnsweredBytes} bytes.");
    }
}
