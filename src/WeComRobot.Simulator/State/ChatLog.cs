using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.State;

/// <summary>What came of each request, and the uploads.</summary>
internal sealed class ChatLog(TimeProvider time)
{
    // "该media_id仅三天内有效"
    private static readonly TimeSpan MediaLifetime = TimeSpan.FromDays(3);

    private readonly Lock _gate = new();
    private readonly EntryQueue _entries = new();
    private readonly Queue<ReceivedMedia> _media = new();
    private readonly string _start = Guid.NewGuid().ToString("N");
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastId;
    private int _clearCount;

    /// <summary>The accepted messages, oldest first.</summary>
    public IReadOnlyList<ReceivedMessage> Messages => [.. ReadAfter(0).Entries.Select(entry => entry.Message).OfType<ReceivedMessage>()];

    /// <summary>The errcodes of what the service's own rules refused, oldest first.</summary>
    public IReadOnlyList<int> Refusals => [.. ReadAfter(0).Entries.Select(entry => entry.Refusal).OfType<Refusal>().Select(refusal => refusal.Code)];

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

    /// <summary>The id of the newest entry; 0 before there was one.</summary>
    public long LastId
    {
        get
        {
            lock (_gate)
            {
                return _lastId;
            }
        }
    }

    /// <summary>The entries after the one with this id, and what ends when there are others.</summary>
    public ChatPage ReadAfter(long id)
    {
        lock (_gate)
        {
            return new($"{_start}-{_clearCount}", _entries.After(id), _change.Task);
        }
    }

    public ChatEntry? Find(long id)
    {
        lock (_gate)
        {
            return _entries.Find(id);
        }
    }

    /// <summary>Adds an accepted message, unless the robot's minute is full.</summary>
    /// <param name="robot">The robot, whose minute the message counts in.</param>
    /// <param name="entry">What is known of the request.</param>
    /// <param name="createMessage">Creates the message with the time at which it was accepted.</param>
    public bool TryAccept(Robot robot, ChatEntry entry, Func<DateTimeOffset, ReceivedMessage> createMessage)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!robot.Window.TryAdd(now))
            {
                return false;
            }

            var message = createMessage(now);
            Add(entry with { Body = new(message.Body), Message = message });
            return true;
        }
    }

    /// <summary>Adds a request that was refused, or whose response a fault replaced.</summary>
    public void AddRejected(ChatEntry entry)
    {
        lock (_gate)
        {
            Add(entry);
        }
    }

    public void Accept(ReceivedMedia media)
    {
        lock (_gate)
        {
            _media.Enqueue(media);
            if (_media.Count > EntryQueue.MaxEntries)
            {
                _media.Dequeue();
            }
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
            _entries.Clear();
            _media.Clear();
            _clearCount++;
            foreach (var robot in robots)
            {
                robot.Window.Clear();
            }

            AnnounceChange();
        }
    }

    private void Add(ChatEntry entry)
    {
        var retried = _entries.FindLastWithBodyOf(entry) is { MayBeRetried: true } earlier ? earlier.Id : (long?)null;
        _entries.Add(entry with { Id = ++_lastId, At = time.GetUtcNow(), RetryOf = retried });
        AnnounceChange();
    }

    private void AnnounceChange()
    {
        var change = _change;
        _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
        change.SetResult();
    }
}
