using System.Linq;
using System.Text;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>Holds a message against the rules, as a sender meets them.</summary>
internal static class Rules
{
    /// <summary>Nothing to say about it, not even a recommendation.</summary>
    public static void Allow(Message message) => Assert.Empty(MessageCheck.ThrowIfInvalid(message));

    /// <summary>Breaks one rule, about this field, in the finding and in the error's text.</summary>
    public static Finding Refuse(Message message, string field, FailureCause cause = FailureCause.InvalidMessage)
    {
        var error = Assert.Throws<InvalidMessageException>(() => MessageCheck.ThrowIfInvalid(message));
        var finding = Assert.Single(error.Errors);
        Assert.Equal(field, finding.Field);
        Assert.Contains(field, finding.Text);
        Assert.Contains(finding.Text, error.Message);
        Assert.True(finding.IsError);
        Assert.Equal(cause, finding.Cause);
        Assert.Equal(cause, error.Cause);
        return finding;
    }

    /// <summary>Breaks one rule about a size; limit and actual size are in numbers and in words.</summary>
    public static void RefuseSize(Message message, string field, long limit, long actual, FailureCause cause = FailureCause.InvalidMessage) =>
        AssertSize(Refuse(message, field, cause), limit, actual);

    /// <summary>Can be sent, and its sender hears of one length.</summary>
    public static void Warn(Message message, string field, long limit, long actual)
    {
        var finding = Assert.Single(MessageCheck.ThrowIfInvalid(message));
        Assert.Equal(field, finding.Field);
        Assert.Contains(field, finding.Text);
        Assert.False(finding.IsError);
        AssertSize(finding, limit, actual);
    }

    /// <summary>A text of exactly so many UTF-8 bytes: the unit, repeated, and one-byte letters up to the end.</summary>
    public static string TextOfBytes(string unit, int bytes)
    {
        var size = Encoding.UTF8.GetByteCount(unit);
        return Repeat(unit, bytes / size) + new string('a', bytes % size);
    }

    public static string Repeat(string unit, int count) => string.Concat(Enumerable.Repeat(unit, count));

    private static void AssertSize(Finding finding, long limit, long actual)
    {
        Assert.Equal(limit, finding.Limit);
        Assert.Equal(actual, finding.Actual);
        Assert.Contains($"{limit}", finding.Text);
        Assert.Contains($"{actual}", finding.Text);
    }
}
