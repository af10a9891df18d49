using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>The errors of a post that brought no answer.</summary>
internal static class TransportFailure
{
    /// <param name="robot">Whose key must not show in the reason.</param>
    /// <param name="reason">What the network stack says.</param>
    /// <param name="began">Whether any of the body left this machine.</param>
    /// <param name="isTimeout">Whether it took too long.</param>
    public static WeComException Of(WebhookAddress robot, string reason, bool began, bool isTimeout)
    {
        var shown = robot.Redact(reason).TrimEnd('.');
        return began
            ? new(FailureCause.OutcomeUnknown, Strings.OutcomeUnknown.With(robot, shown), Strings.OutcomeUnknownRemedy) { IsTimeout = isTimeout }
            : new(FailureCause.NotSent, Strings.NotSent.With(robot, shown), Strings.NotSentRemedy) { IsTimeout = isTimeout };
    }
}
