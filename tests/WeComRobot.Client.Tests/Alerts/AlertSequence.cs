using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>One random sequence, of the client and of the model side by side.</summary>
internal sealed class AlertSequence : IDisposable
{
    private static readonly string[] KeyNames = ["disk", "DISK", "db"];
    private static readonly string?[] Quiet = [null, "09:00-12:00", "08:30-09:30, 11:00-20:00", "22:00-08:45, 10:00-10:20, Thu"];
    private static readonly int?[] Caps = [null, 1, 2, 3];
    private static readonly TimeSpan[] Intervals = [TimeSpan.Zero, TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.MaxValue];
    private static readonly RobotPool Pool = RobotPool.Single(WebhookAddress.Parse(Keys.First));

    private readonly int _seed;
    private readonly Random _random;
    private readonly VirtualTime _time = new();
    private readonly ScriptedService _service = new();
    private readonly RobotClient _client;
    private readonly MessageOutbox _outbox;
    private readonly AlertClient _alerts;
    private readonly AlertModel _model;
    private readonly Dictionary<string, AlertInvariants> _invariants = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<Ending> _endings = [];
    private readonly List<(Told, Ending)> _expected = [];
    private readonly List<Func<string>> _log = [];
    private readonly DateTimeOffset _start;
    private readonly QuietHours? _quiet;
    private readonly int? _cap;
    private (string Text, OutboxState State, DateTimeOffset? NotBefore)[] _kept = [];

    public AlertSequence(int seed)
    {
        _seed = seed;
        _random = new(seed);
        _start = _time.GetUtcNow();
        _quiet = Quiet[_random.Next(Quiet.Length)] is { } text ? QuietHours.Parse(text, "UTC") : null;
        _cap = Caps[_random.Next(Caps.Length)];
        _client = new(_time, new RateLimit(100, TimeSpan.FromSeconds(1)), createHandler: () => _service);
        _outbox = new([new MemoryOutboxStore()], _time);
        _alerts = new(_client, () => _outbox, new AlertBooks(new AlertMemory(), new()), new WindowClock(_time));
        _model = new(message =>
        {
            var ending = _endings.TryDequeue(out var next) ? next : Ending.Delivered;
            _expected.Add((message.AsRead(), ending));
            return ending;
        })
        {
            HasQuietHours = _quiet is not null,
            Cap = new(_cap),
        };
        _alerts.SetCap(Target, _cap);
    }

    public async Task RunAsync()
    {
        var steps = _random.Next(2, 11);
        for (var step = 0; step < steps; step++)
        {
            Pass();
            try
            {
                await StepAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {_seed}:\n{string.Join('\n', _log.Select(line => line()))}\n{e.Message}", e);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private AlertTarget Target => new(Pool, "ops") { QuietHours = _quiet };

    private DateTimeOffset? QuietEnd => _quiet?.GetEnd(_time.GetUtcNow());

    /// <summary>Some time goes by, and it is known to both sides how the next posts end.</summary>
    private void Pass()
    {
        _time.Advance(TimeSpan.FromMinutes(_random.Next(1, 40)) + TimeSpan.FromMilliseconds(1));
        _model.Now = _time.GetUtcNow() - _start;
        _model.QuietEnd = QuietEnd - _start;
        _endings.Clear();
        _service.Endings.Clear();
        for (var post = 0; post < 4; post++)
        {
            var ending = _random.Next(16) switch { 0 => Ending.Busy, 1 => Ending.Refused, 2 => Ending.Lost, _ => Ending.Delivered };
            _endings.Enqueue(ending);
            _service.Endings.Enqueue(ending);
        }
    }

    private async Task StepAsync()
    {
        var key = KeyNames[_random.Next(KeyNames.Length)];
        var severity = (AlertSeverity)_random.Next(3);
        var interval = Intervals[_random.Next(Intervals.Length)];
        var keeps = _random.Next(3) == 0;
        var options = new AlertOptions { Delivery = new() { MaxRetry = 0 }, OnFailure = keeps ? FailurePolicy.Outbox : FailurePolicy.Error };
        var alert = new Alert { Title = key, Severity = severity, RepeatAfter = interval, Format = AlertFormat.Text };
        var kind = _random.Next(-2, 10);
        if (kind == -2 && _kept.Any(kept => Told.Read(kept.Text).Key == key.ToLowerInvariant()))
        {
            // What waits would still be delivered
            return;
        }

        var (now, quietEnd, endings) = (_model.Now, _model.QuietEnd, _endings.ToArray());
        var verb = kind == -2 ? "clear" : kind == -1 ? "tell" : kind == 0 ? "deliver" : kind < 4 ? "resolve" : "fire";
        _log.Add(() => $"{now} quiet until {quietEnd}; {string.Join(',', endings)}; {verb} {key} {severity} every {interval} {(keeps ? "keeps" : "")}");
        var before = _service.Posts.Count;
        var waited = _kept.Where(kept => kept.State == OutboxState.Pending).ToList();
        _expected.Clear();
        AlertStatus? status = null;
        if (kind == -1)
        {
            await _alerts.TellHeldBackAsync(Target, options);
            _model.TellHeldBack();
        }
        else if (kind == -2)
        {
            _alerts.GetFiring().Where(firing => string.Equals(firing.Key, key, StringComparison.OrdinalIgnoreCase)).ToList().ForEach(_alerts.Forget);
            _model.Clear(key);
            For(key).Forgotten();
        }
        else if (kind == 0)
        {
            await new OutboxClient(_client, _outbox).DeliverAsync("ops", Pool, null, (_, _) => { }, options.Delivery);
            _model.DeliverDue();
        }
        else
        {
            var receipt = await TryAsync(() => kind < 4 ? _alerts.ResolveAsync(Target, alert, options) : _alerts.FireAsync(Target, alert, options));
            var expected = kind < 4 ? _model.Resolve(key, keeps) : _model.Fire(key, severity, interval, keeps);
            status = receipt?.Status;
            _log.Add(() => $"  {status} expected {expected}");
            AssertSame([expected], [status]);
        }

        var posts = _service.Posts.Skip(before).Select(post => (Told.Read(post.Text), post.Ending)).ToArray();
        _log.Add(() => string.Concat(posts.Select(post => $"  {post}\n")));
        AssertSame(_expected, posts);
        _kept = [.. _outbox.GetItems().Select(item => (Told.TextOf(item), item.State, item.NotBefore))];
        AssertSame(_model.Waiting.Select(told => told.AsRead()), _kept.Where(kept => kept.State == OutboxState.Pending).Select(kept => Told.Read(kept.Text)));
        AssertSame(
            _model.Firing.Select(alert => (alert.Key.ToLowerInvariant(), alert.Count)).Order(),
            _alerts.GetFiring().Select(alert => (alert.Key.ToLowerInvariant(), alert.Count)).Order());
        var own = TakeFromOutbox(_service.Posts.Skip(before), waited);
        if (kind > 0)
        {
            bool IsOfKey((string Text, OutboxState, DateTimeOffset?) kept) => Told.Read(kept.Text).Key == key.ToLowerInvariant();
            var ends = _kept.Count(kept => kept.State == OutboxState.Pending && IsOfKey(kept) && Told.Read(kept.Text).IsEnd);
            For(key).Called(kind < 4 ? null : interval, status, own, waited.Any(IsOfKey), _kept.Any(IsOfKey), ends, _time.GetUtcNow(), QuietEnd is not null);
        }
    }

    /// <summary>Notes what was posted from the outbox.</summary>
    /// <returns>What was not.</returns>
    private List<(Told Told, Ending Ending)> TakeFromOutbox(
        IEnumerable<(string Text, Ending Ending)> posts, List<(string Text, OutboxState State, DateTimeOffset? NotBefore)> waited)
    {
        var others = new List<(Told, Ending)>();
        foreach (var (text, ending) in posts)
        {
            var told = Told.Read(text);
            if (told.IsDigest)
            {
                Assert.Null(QuietEnd);
                ReadDigest(told, ending);
                continue;
            }

            var kept = waited.FindIndex(kept => kept.Text == text);
            if (kept < 0)
            {
                others.Add((told, ending));
                continue;
            }

            Assert.False(waited[kept].NotBefore > _time.GetUtcNow(), $"posted before its time: {told}");
            var hasEnded = waited.Skip(kept).Select(later => Told.Read(later.Text)).Any(later => later.IsEnd && later.Key == told.Key);
            For(told.Key).Delivered(told, ending, waited[kept].NotBefore ?? _time.GetUtcNow(), hasEnded);
            if (ending != Ending.Busy)
            {
                waited.RemoveAt(kept);
            }
        }

        return others;
    }

    /// <summary>Notes what the group has read of what was beyond the cap.</summary>
    private void ReadDigest(Told digest, Ending ending)
    {
        var lines = digest.Key.Split('\n').ToDictionary(line => line.Split(' ')[1]);
        foreach (var key in KeyNames.Select(key => key.ToLowerInvariant()).Distinct())
        {
            For(key).Digested(lines.TryGetValue(key, out var line) ? line : null, digest, ending, _time.GetUtcNow());
        }
    }

    /// <summary>As Assert.Equal, which is slow, does.</summary>
    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            Assert.Equal(expected, actual);
        }
    }

    private AlertInvariants For(string key) =>
        _invariants.TryGetValue(key, out var known) ? known : _invariants[key] = new(_cap is not null);

    private static async Task<AlertReceipt?> TryAsync(Func<Task<AlertReceipt>> call)
    {
        try
        {
            return await call();
        }
        catch (WeComException)
        {
            return null;
        }
    }
}
