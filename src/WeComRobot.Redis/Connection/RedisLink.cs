using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using StackExchange.Redis;

namespace WeComRobot.Redis.Connection;

/// <summary>
/// The connection to a fleet's Redis. It keeps nobody waiting for long: once Redis cannot be used it is away, and every question is
/// answered with no at once, until a probe in the background finds that it is back.
/// </summary>
/// <param name="configuration">How to reach it.</param>
/// <param name="time">The clock.</param>
internal sealed class RedisLink(FleetConfiguration configuration, TimeProvider time) : IDisposable
{
    private const int FingerprintDigits = 16;

    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProbeLifetime = TimeSpan.FromMinutes(1);
    private static readonly RedisScript Probe = new("probe");

    private readonly CancellationTokenSource _end = new();
    private readonly AsyncLocal<WaitBudget?> _budget = new();
    private readonly object _gate = new();
    private Task<ConnectionMultiplexer>? _connection;
    private string? _handshakeTrouble;
    private volatile string? _trouble;
    private bool _isWarned;
    private int _returns;

    /// <summary>The servers and the key prefix, without user and password.</summary>
    public string Name => configuration.Name;

    public TimeProvider Time => time;

    /// <summary>Why Redis cannot be used now; null if it can, as far as is known.</summary>
    public string? Trouble => _trouble;

    /// <summary>How often Redis has come back: what it knew may be lost each time.</summary>
    public int Returns => Volatile.Read(ref _returns);

    /// <summary>The name of a key.</summary>
    /// <param name="tag">Keys with the same tag are on the same node of a cluster.</param>
    /// <param name="name">What it holds.</param>
    public RedisKey Key(string tag, string name) => $"{configuration.KeyPrefix}{{{tag}}}:{name}";

    /// <summary>The name of a key of a robot: it shows a fingerprint of the robot's own.</summary>
    /// <param name="keyHash">The hash of the robot's key.</param>
    /// <param name="name">What it holds.</param>
    public RedisKey RobotKey(string keyHash, string name) => Key(keyHash[..FingerprintDigits], name);

    /// <summary>Asks Redis, unless it is away.</summary>
    /// <param name="ask">Asks, and reads the answer: an exception means that the answer makes no sense.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>Whether it answered, within what is left of the time that a message may wait.</returns>
    public bool TryAsk<T>(Func<IDatabase, Task<T>> ask, out T answer) => TryAsk(ask, Budget ?? CreateBudget(), out answer);

    /// <summary>The same in the background, at the expense of no message.</summary>
    public bool TryAskAside<T>(Func<IDatabase, Task<T>> ask, out T answer) => TryAsk(ask, CreateBudget(), out answer);

    /// <summary>Asks Redis where nobody can do without the answer.</summary>
    /// <exception cref="IOException">Redis is away.</exception>
    public T Ask<T>(Func<IDatabase, Task<T>> ask) =>
        TryAsk(ask, out var answer) ? answer : throw new IOException(Trouble ?? Strings.NotReached); // it may be back by now

    /// <summary>What the message that is being sent may still wait; null outside of one.</summary>
    public WaitBudget? Budget => _budget.Value;

    /// <summary>A message begins. Others, of other threads, have budgets of their own.</summary>
    public void BeginMessage() => _budget.Value = CreateBudget();

    /// <summary>What follows may wait for Redis as long as a new message.</summary>
    public void RenewBudget() => Budget?.Renew();

    /// <summary>Asks for what all else needs: scripts and writes, which a replica, a full server or one that lacks rights refuses.</summary>
    public async Task<long> ProbeAsync(IDatabase redis) =>
        (long)await Probe.RunAsync(redis, [Key("fleet", "probe")], (long)ProbeLifetime.TotalMilliseconds).ConfigureAwait(false);

    /// <summary>What users must be told when Redis is away; null if it is not.</summary>
    public string? Warn()
    {
        lock (_gate)
        {
            _isWarned |= _trouble is not null;
            return _trouble is null ? null : Strings.FleetAway.With(Name, _trouble);
        }
    }

    /// <summary>The same; null if they have been told in this session.</summary>
    public string? TakeWarning()
    {
        lock (_gate)
        {
            return _isWarned ? null : Warn();
        }
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _end.Cancel();
            _connection?.ContinueWith(opened => opened.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
    }

    private WaitBudget CreateBudget() => new(configuration.MaxWait, time);

    private bool TryAsk<T>(Func<IDatabase, Task<T>> ask, WaitBudget budget, out T answer)
    {
        answer = default!;
        if (Trouble is not null)
        {
            return false;
        }

        try
        {
            var task = AskAsync(ask);
            if (budget.Wait(task))
            {
                answer = task.Result;
                return true;
            }

            GoAway(Strings.NoAnswer.With(configuration.MaxWait.TotalSeconds));
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            GoAway(RedisFailure.Describe(e, configuration));
        }

        return false;
    }

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask) =>
        await ask((await ConnectAsync().ConfigureAwait(false)).GetDatabase()).ConfigureAwait(false);

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_end.IsCancellationRequested, this);
            return _connection is null or { IsFaulted: true } ? _connection = OpenAsync() : _connection;
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var handshake = new Handshake(configuration.Options);
        var connection = await handshake.ConnectAsync().ConfigureAwait(false);
        _handshakeTrouble = handshake.Trouble;
        // A server that restarts between two questions may have lost what it knew
        connection.ConnectionRestored += (_, _) => Interlocked.Increment(ref _returns);
        return connection;
    }

    private void GoAway(string trouble)
    {
        lock (_gate)
        {
            if (_trouble is not null)
            {
                return;
            }

            _trouble = _handshakeTrouble ?? trouble;
        }

        _ = Task.Run(ProbeUntilBackAsync);
    }

    private async Task ProbeUntilBackAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(ProbeInterval, time, _end.Token).ConfigureAwait(false);
                await AskAsync(ProbeAsync).WaitAsync(configuration.MaxWait, _end.Token).ConfigureAwait(false);
                ComeBack();
                return;
            }
            catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
            {
                await LookForPrimaryAsync().ConfigureAwait(false);
            }
        }
    }

    private void ComeBack()
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _returns);
            (_handshakeTrouble, _trouble) = (null, null);
        }
    }

    /// <summary>Servers may have changed their roles.</summary>
    private async Task LookForPrimaryAsync()
    {
        try
        {
            await (await ConnectAsync().ConfigureAwait(false)).ConfigureAsync().WaitAsync(configuration.MaxWait, _end.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            // The next probe says whether it helped
        }
    }
}
