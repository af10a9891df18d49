using System;
using System.Globalization;
using WeComRobot.Delivery;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery.Faults;

/// <summary>What must come of a send.</summary>
/// <param name="row">The fault.</param>
/// <param name="faults">How many tries met it.</param>
/// <param name="overcame">Whether another try did not.</param>
internal sealed class Expected(FaultRow row, int faults, bool overcame)
{
    // Between half and the whole of 1 s and 2 s
    private static readonly TimeSpan LongestOwnWait = TimeSpan.FromSeconds(2);

    public bool IsDelivered => row.Cause is null || overcame;

    public Kept Kept => row.Kept;

    public int Posts => faults + (overcame ? 1 : 0);

    public int Requests => (row.IsPosted ? faults : 0) + (overcame ? 1 : 0);

    public int Arrivals => (row.Arrives ? faults : 0) + (overcame ? 1 : 0);

    public TimeSpan LeastTime => Posts > 1 ? row.ComeBackAfter : TimeSpan.Zero;

    /// <summary>What a service asks for may be exceeded by a little only, and nothing else takes time but posts without an answer.</summary>
    public TimeSpan MostTime(TimeSpan timeout) =>
        (row.IsSilent ? faults * timeout : TimeSpan.Zero) + ((Posts - 1) * (row.ComeBackAfter + LongestOwnWait));

    public void Check(FaultStage stage, Receipt receipt)
    {
        Assert.Equal(Posts, receipt.Attempts);
        if (row.Cause is null && row.Words.Length > 0)
        {
            Assert.Contains(row.Words, Assert.Single(stage.Observer.Warnings));
        }
    }

    public void Check(WeComException error)
    {
        Assert.Equal((row.Cause, "WeCom" + row.Cause), (error.Cause, error.ErrorId));
        Assert.Equal(row.IsSilent, error.IsTimeout);
        Assert.Contains(row.Words, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);
        Keys.AssertAbsent(error);
        if (row.Cause == FailureCause.OutcomeUnknown)
        {
            Assert.Contains("may have arrived", error.Message);
        }

        if (faults > 1)
        {
            Assert.Contains(faults.ToString(CultureInfo.InvariantCulture) + " times", error.Message);
        }
    }
}
