using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace WeComRobot.Simulator.State;

/// <summary>The accepted messages and uploads.</summary>
internal sealed class ChatLog(TimeProvider time)
{
    // "该media_id仅三天内有效"
    private static readonly TimeSpan MediaLifetime = TimeSpan.FromDays(3);

    private readonly Lock _gate = new();
    private readonly List<ReceivedMessage> _messages = [];
    private readonly List<ReceivedMedia> _media = [];
    private int _clearCount;

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

    /// <summary>The messages, and a version that changes whenever they do.</summary>
    public (IReadOnlyList<ReceivedMessage> Messages, string Version) Read()
    {
        lock (_gate)
        {
            return ([.. _messages], $"{_clearCount}-{_messages.Count}");
        }
    }

    /// <summary>Stores the message unless the robot's rate window is full.</summary>
    public bool TryAccept(Robot robot, Func<DateTimeOffset, ReceivedMessage> createMessage)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!robot.Window.TryAdd(now))
            {
                return false;
            }

            _messages.Add(createMessage(now));
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

    /// <summary>The unexpired upload with this id; null when there is none or it belongs to another robot.</summary>
    public ReceivedMedia? FindMedia(string mediaId, string key)
    {
        var now = time.GetUtcNow();
        return Media.FirstOrDefault(media =>
            media.MediaId == mediaId && media.Key == key && now - media.CreatedAt < MediaLifetime);
    }

    public void Clear(IEnumerable<Robot> robots)
    {
        lock (_gate)
        {
            _messages.Clear();
            _media.Clear();
            _clearCount++;
            foreach (var robot in robots)
            {
                robot.Window.Clear();
            }
        }
    }
}
