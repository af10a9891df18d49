using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Alerts;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>What must hold of the messages of one key at every moment, whatever the model says.</summary>
/// <param name="hasCap">Whether calls may be held back.</param>
internal sealed class AlertInvariants(bool hasCap)
{
    /// <summary>What was posted of alerts whose end waits in the outbox.</summary>
    private readonly Queue<List<Post>> _closing = [];
    private List<Post> _episode = [];
    private int _fired;

    /// <summary>Whether the digest has to name it.</summary>
    private bool _isHeld;

    /// <summary>A call of the key.</summary>
    /// <param name="interval">How often the group may be told; null for an end.</param>
    /// <param name="status">Null for an error.</param>
    /// <param name="posts">What was posted.</param>
    /// <param name="hadWaiting">Whether a message waited before the call.</param>
    /// <param name="waits">Whether a message waits, or may have arrived, after it.</param>
    /// <param name="ends">How many ends wait after it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="isQuiet">Whether it is quiet.</param>
    public void Called(
        TimeSpan? interval, AlertStatus? status, IReadOnlyList<(Told Told, Ending Ending)> posts, bool hadWaiting, bool waits, int ends,
        DateTimeOffset now, bool isQuiet)
    {
        _fired += interval is null ? 0 : 1;
        foreach (var (told, ending) in posts)
        {
            Assert.False(isQuiet && !told.IsEnd && told.Severity < AlertSeverity.Critical, $"posted while it is quiet: {told}");
            Assert.False(isQuiet && told.IsEnd && !_episode.Any(post => post.Told.Severity == AlertSeverity.Critical), $"posted while it is quiet: {told}");
            if (!told.IsEnd && !hadWaiting)
            {
                Assert.True(MayTell(told, interval, now), $"too soon: {told}");
                Assert.Equal(_fired, told.Count);
            }

            Posted(_episode, told, ending, now);
        }

        if (status is AlertStatus.Sent or AlertStatus.Suppressed or AlertStatus.Deferred && interval is not null)
        {
            _isHeld |= hasCap && status == AlertStatus.Suppressed && !IsRead;
            Assert.True(waits || IsRead || _isHeld, "a beginning is lost");
        }

        if (waits || posts.Any(post => post.Told.IsEnd || post.Ending == Ending.Delivered) || status == AlertStatus.NotFiring)
        {
            _isHeld = false;
        }

        if (interval is null && status == AlertStatus.Suppressed)
        {
            // Its end is held back
            _isHeld = true;
            _episode.Clear();
        }

        if (interval is null && status == AlertStatus.Deferred && !posts.Any(post => post.Told.IsEnd && post.Ending == Ending.Lost))
        {
            _closing.Enqueue(_episode);
            _episode = [];
        }

        while (_closing.Count > ends)
        {
            // A newer message has taken the place of its end
            _closing.Dequeue();
        }

        if (interval is null && (status is not null || posts.Any(post => post.Told.IsEnd && post.Ending == Ending.Lost)))
        {
            _fired = 0;
        }
    }

    /// <summary>A message was posted from the outbox.</summary>
    /// <param name="told">The message.</param>
    /// <param name="ending">How that ended.</param>
    /// <param name="at">When it counts as told.</param>
    /// <param name="hasEnded">Whether it is, or is followed by, an end in the outbox.</param>
    public void Delivered(Told told, Ending ending, DateTimeOffset at, bool hasEnded)
    {
        var episode = hasEnded ? _closing.Peek() : _episode;
        Posted(episode, told, ending, at);
        if (hasEnded && ending != Ending.Busy && (told.IsEnd || (ending != Ending.Delivered && !episode.Any(post => post.Ending == Ending.Delivered))))
        {
            // Its end was read, or is set aside as its beginning is
            _closing.TryDequeue(out _);
        }
    }

    /// <summary>The user has cleared it.</summary>
    public void Forgotten()
    {
        _episode.Clear();
        (_fired, _isHeld) = (0, false);
    }

    /// <summary>A message about what was beyond the cap was posted.</summary>
    /// <param name="line">What it says of the key; null for nothing.</param>
    /// <param name="digest">The message.</param>
    /// <param name="ending">How that ended.</param>
    /// <param name="now">The moment.</param>
    public void Digested(string? line, Told digest, Ending ending, DateTimeOffset now)
    {
        Assert.False(_isHeld && line is null, "held back, and lost");
        if (line is null)
        {
            return;
        }

        var isOver = line.EndsWith("(resolved)", StringComparison.Ordinal);
        Assert.False(isOver && IsRead, $"over, but the group knows that it fires: {line}");
        Assert.False(!isOver && _fired == 0, $"not over, but it does not fire: {line}");
        if (ending == Ending.Delivered)
        {
            _isHeld = false;
            if (!isOver)
            {
                _episode.Add(new(digest, ending, now));
            }
        }
    }

    private bool IsRead => _episode.Any(post => post.Ending == Ending.Delivered);

    private static void Posted(List<Post> episode, Told told, Ending ending, DateTimeOffset at)
    {
        if (!told.IsEnd)
        {
            episode.Add(new(told, ending, at));
        }
        else if (ending is Ending.Delivered or Ending.Lost)
        {
            var mayBeRead = episode.Any(post => post.Ending == Ending.Delivered || (post.Ending == Ending.Lost && told.IsInDoubt));
            Assert.True(mayBeRead, $"an end without a beginning: {told}");
            episode.Clear();
        }
    }

    private bool MayTell(Told told, TimeSpan? interval, DateTimeOffset now)
    {
        var read = _episode.FindLast(post => post.Ending == Ending.Delivered);
        return read is null || _episode[^1].Ending == Ending.Lost || told.Severity > read.Told.Severity || now - read.At >= interval
            || _episode.SkipWhile(post => post != read).Any(post => post.Ending == Ending.Lost);
    }

    private sealed record Post(Told Told, Ending Ending, DateTimeOffset At);
}
