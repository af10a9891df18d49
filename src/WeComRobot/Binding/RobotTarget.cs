using WeComRobot.Delivery;
using WeComRobot.Limits;
using WeComRobot.Robots;

namespace WeComRobot.Binding;

/// <summary>A robot that is to send, and what was registered for it.</summary>
/// <param name="address">Its address.</param>
/// <param name="profile">Its registration; null where its webhook was given itself.</param>
internal sealed class RobotTarget(WebhookAddress address, RobotProfile? profile)
{
    public WebhookAddress Address => address;

    /// <summary>The options under its registration; what is set in them already wins.</summary>
    public DeliveryOptions Complete(DeliveryOptions options) => profile is null ? options : options with
    {
        Proxy = options.Proxy ?? profile.Proxy,
        ProxyCredential = options.ProxyCredential ?? (options.Proxy is null ? profile.ProxyCredential : null),
        RateLimit = profile.RateLimit is { } messages ? new(messages, RateLimit.Official.Window) : null,
    };
}
