using System.Linq;
using System.Text;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using Xunit;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>Assertions about what the rules say of a message.</summary>
internal static class Rules
{
    /// <summary>Asserts that the message breaks no rule and no recommendation.</summary>
    public static void Allow(Message message) => Assert.Empty(MessageCheck.ThrowIfInvalid(message));

    /// <summary>Asserts that the message breaks one rule, and that the finding and the error's text name the field.</summary>
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

    /// <summary>Asserts that the message breaks one rule about a size, and that the finding has limit and actual size as numbers and in its text.</summary>
    public static void RefuseSize(Message message, string field, long limit, long actual, FailureCause cause = FailureCause.InvalidMessage) =>
        AssertSize(Refuse(message, field, cause), limit, actual);

    /// <summary>Asserts that the message can be sent, with one warning.</summary>
    public static Finding Warn(Message message, string field)
    {
        var finding = Assert.Single(MessageCheck.ThrowIfInvalid(message));
        Assert.Equal(field, finding.Field);
        Assert.Contains(field, finding.Text);
        Assert.False(finding.IsError);
        return finding;
    }

    /// <summary>Asserts that the message can be sent, with one warning about a length.</summary>
    public static void Warn(Message message, string field, long limit, long actual) => AssertSize(Warn(message, field), limit, actual);

    /// <summary>A text of exactly this many UTF-8 bytes: the unit, repeated, and then one-byte letters.</summary>
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
