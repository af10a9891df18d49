using System;
using WeComRobot.Media;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;

namespace WeComRobot.Fleet;

/// <summary>The state that the machines of a fleet share (architecture.md#fleet).</summary>
internal interface IFleet : IDisposable
{
    /// <summary>The server, for people: never a password.</summary>
    string Name { get; }

    /// <summary>The rate windows.</summary>
    IFleetWindows Windows { get; }

    /// <summary>The messages that wait.</summary>
    IOutboxStore Outbox { get; }

    /// <summary>Shares media ids.</summary>
    /// <param name="machine">Where this machine keeps them while the fleet's state cannot be used.</param>
    IMediaStore ShareMedia(IMediaStore machine);
}
