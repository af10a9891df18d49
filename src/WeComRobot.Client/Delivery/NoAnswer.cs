using System;
using System.Text.RegularExpressions;
using WeComRobot.Http;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Creates the errors of calls that got no answer, or failed before they were made.</summary>
internal static class NoAnswer
{
    // The network stack's messages name a proxy with its password
    private static readonly Regex UserInfo = new(@"://[^/@\s]+@", RegexOptions.CultureInvariant);

    // When a proxy refuses a tunnel there is no HTTP answer, and only the network stack's message says so
    private static readonly Regex WantsSignIn = new(@"\b407\b", RegexOptions.CultureInvariant);

    /// <summary>The error for a post that got no answer.</summary>
    /// <param name="call">The call; its robot's key must not show in the reason.</param>
    /// <param name="e">Why there is no answer.</param>
    public static CallException FromPost(ServiceCall call, HttpPostException e)
    {
        var shown = Sanitize(call.Robot, e.Message);
        return e.HasBegun ? new(OutcomeTable.BrokenOff, Strings.OutcomeUnknown.With(call.Robot, shown), call.RemedyIfUnknown) { IsTimeout = e.IsTimeout }
            : WantsSignIn.IsMatch(e.Message) ? new(OutcomeTable.ProxySignIn, Strings.NotSent.With(call.Robot, shown), Strings.ProxyRemedy)
            : new(OutcomeTable.NotConnected, Strings.NotSent.With(call.Robot, shown), Strings.NotSentRemedy) { IsTimeout = e.IsTimeout };
    }

    /// <summary>The error for an unexpected exception outside of a post.</summary>
    /// <param name="robot">The robot that the message or file was for.</param>
    /// <param name="e">The exception.</param>
    /// <param name="mayHaveArrived">Whether the message was posted before.</param>
    public static CallException FromUnexpected(WebhookAddress robot, Exception e, bool mayHaveArrived)
    {
        var shown = Sanitize(robot, PlatformExceptions.Describe(e));
        return mayHaveArrived
            ? new(OutcomeTable.BrokenOff, Strings.OutcomeUnknown.With(robot, shown), Strings.OutcomeUnknownRemedy)
            : new(OutcomeTable.NotConnected, Strings.NotSent.With(robot, shown), Strings.UnforeseenRemedy);
    }

    private static string Sanitize(WebhookAddress robot, string reason) =>
        UserInfo.Replace(robot.Redact(reason), "://***@").TrimEnd('.', '"');
}
