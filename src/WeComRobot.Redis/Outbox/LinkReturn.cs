using System;
using WeComRobot.Redis.Connection;

namespace WeComRobot.Redis.Outbox;

/// <summary>When this process last saw that Redis had come back.</summary>
/// <param name="link">The connection.</param>
internal sealed class LinkReturn(RedisLink link)
{
    private readonly object _gate = new();
    private int _returns;
    private long? _moment;

    /// <summary>Looks whether Redis has come back.</summary>
    /// <returns>Whether it has since the last look.</returns>
    public bool Note()
    {
        lock (_gate)
        {
            if (_returns == link.Returns)
            {
                return false;
            }

            (_returns, _moment) = (link.Returns, link.Time.GetTimestamp());
            return true;
        }
    }

    /// <summary>Whether Redis has come back within that time.</summary>
    public bool IsWithin(TimeSpan time)
    {
        lock (_gate)
        {
            Note();
            return _moment is { } moment && link.Time.GetElapsedTime(moment) < time;
        }
    }
}
