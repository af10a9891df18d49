using System;
using System.Linq;
using WeComRobot.Alerts;
using WeComRobot.Delivery;
using WeComRobot.Media;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Targets;

/// <summary>A robot that is to send, and what was registered for it.</summary>
/// <param name="pool">Its address, or those of its pool.</param>
/// <param name="profile">Its registration; null when its webhook was given itself.</param>
internal sealed class RobotTarget(RobotPool pool, RobotProfile? profile)
{
    public RobotPool Pool => pool;

    /// <summary>The name it is registered under; null when its webhook was given itself.</summary>
    public string? Name => profile?.Name;

    /// <summary>Its own limit; null when none was registered.</summary>
    public RateLimit? RateLimit => profile?.RateLimit is { } messages ? new(messages, RateLimit.Official.Window) : null;

    /// <summary>When its group is left in peace; null if never.</summary>
    /// <exception cref="WeComException">InvalidAddress: somebody wrote something else into the user's file, or this machine does not know the time zone.</exception>
    public QuietHours? QuietHours => profile?.ReadQuietHours();

    /// <summary>The robot as one that tells a group of alerts.</summary>
    /// <param name="warn">Warns that its quiet hours cannot be read: an alert is sent all the same.</param>
    public AlertTarget ToAlertTarget(Action<string> warn)
    {
        try
        {
            return new(pool, Name) { QuietHours = QuietHours };
        }
        catch (WeComException failure)
        {
            warn(failure.Message);
            return new(pool, Name);
        }
    }

    /// <summary>Of a pool, only the robot that uploaded a media; when that is not known, or not of the pool, the first.</summary>
    public RobotTarget NarrowToUploader(UploadedMedia media) =>
        new(RobotPool.Single(pool.Robots.FirstOrDefault(robot => robot.ToString() == media.Robot) ?? pool.ActiveRobots[0]), profile);

    /// <summary>The options with the settings of its registration; what is set in them already wins.</summary>
    public DeliveryOptions ApplyRegistration(DeliveryOptions options) => profile is null ? options : options with
    {
        Proxy = options.Proxy ?? profile.Proxy,
        ProxyCredential = options.ProxyCredential ?? (options.Proxy is null ? profile.ProxyCredential : null),
        RateLimit = RateLimit,
    };
}
