using System;
using System.Text.RegularExpressions;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Makes the failures of calls that got no answer, or failed before they were made.</summary>
internal static class NoAnswer
{
    // The network stack names a proxy with its password
    private static readonly Regex UserInfo = new(@"://[^/@\s]+@", RegexOptions.CultureInvariant);

    // A proxy refuses a tunnel before there is any answer of HTTP's, and the stack has words for it only
    private static readonly Regex WantsSignIn = new(@"\b407\b", RegexOptions.CultureInvariant);

    /// <param name="call">The call; its robot's key must not show in the reason.</param>
    /// <param name="reason">What the network stack says.</param>
    /// <param name="began">Whether any of the body left this machine.</param>
    /// <param name="isTimeout">Whether it took too long.</param>
    public static CallFailure Create(ServiceCall call, string reason, bool began, bool isTimeout)
    {
        var shown = Shown(call.Robot, reason);
        return began ? new(OutcomeTable.BrokenOff, Strings.OutcomeUnknown.With(call.Robot, shown), call.RemedyIfUnknown) { IsTimeout = isTimeout }
            : WantsSignIn.IsMatch(reason) ? new(OutcomeTable.ProxySignIn, Strings.NotSent.With(call.Robot, shown), Strings.ProxyRemedy)
            : new(OutcomeTable.NotConnected, Strings.NotSent.With(call.Robot, shown), Strings.NotSentRemedy) { IsTimeout = isTimeout };
    }

    /// <summary>The error for an exception outside of a post, where none was expected.</summary>
    /// <param name="robot">The robot that the message or file was for.</param>
    /// <param name="e">The exception.</param>
    /// <param name="mayHaveArrived">Whether the message was posted before.</param>
    public static CallFailure Unforeseen(WebhookAddress robot, Exception e, bool mayHaveArrived)
    {
        var shown = Shown(robot, ForeignException.Describe(e));
        return mayHaveArrived
            ? new(OutcomeTable.BrokenOff, Strings.OutcomeUnknown.With(robot, shown), Strings.OutcomeUnknownRemedy)
            : new(OutcomeTable.NotConnected, Strings.NotSent.With(robot, shown), Strings.UnforeseenRemedy);
    }

    private static string Shown(WebhookAddress robot, string reason) =>
        UserInfo.Replace(robot.Redact(reason), "://***@").TrimEnd('.', '"');
}
