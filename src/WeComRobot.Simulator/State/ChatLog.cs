using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace WeComRobot.Simulator.State;

/// <summary>What was accepted, and the one place where a message or an upload becomes accepted.</summary>
internal sealed class ChatLog(TimeProvider time)
{
    // "该media_id仅三天内有效"
    private static readonly TimeSpan MediaLife = TimeSpan.FromDays(3);

    private readonly Lock _gate = new();
    private readonly List<ReceivedMessage> _messages = [];
    private readonly List<ReceivedMedia> _media = [];
    private int _clearings;

    public IReadOnlyList<ReceivedMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public IReadOnlyList<ReceivedMedia> Media
    {
        get
        {
            lock (_gate)
            {
                return [.. _media];
            }
        }
    }

    /// <summary>The messages with a mark that changes whenever they do.</summary>
    public (IReadOnlyList<ReceivedMessage> Messages, string Version) Read()
    {
        lock (_gate)
        {
            return ([.. _messages], $"{_clearings}-{_messages.Count}");
        }
    }

    /// <summary>Stores the message unless the robot's rate window is full.</summary>
    public bool TryAccept(Robot robot, Func<DateTimeOffset, ReceivedMessage> message)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!robot.Window.TryEnter(now))
            {
                return false;
            }

            _messages.Add(message(now));
            return true;
        }
    }

    public void Accept(ReceivedMedia media)
    {
        lock (_gate)
        {
            _media.Add(media);
        }
    }

    /// <summary>The live upload with this id that this robot may use.</summary>
    public ReceivedMedia? FindMedia(string mediaId, string key)
    {
        var now = time.GetUtcNow();
        return Media.FirstOrDefault(media =>
            media.MediaId == mediaId && media.Key == key && now - media.CreatedAt < MediaLife);
    }

    public void Clear(IEnumerable<Robot> robots)
    {
        lock (_gate)
        {
            _messages.Clear();
            _media.Clear();
            _clearings++;
            foreach (var robot in robots)
            {
                robot.Window.Clear();
            }
        }
    }
}
