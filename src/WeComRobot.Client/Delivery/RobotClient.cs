using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.State;

namespace WeComRobot.Delivery;

/// <summary>Sends messages and uploads files: checks, waits for the robot's rate window, posts, tries again, and believes only errcode 0.</summary>
public sealed class RobotClient : IDisposable
{
    private readonly Services _services;

    /// <summary>Makes a client of its own; see <see cref="Shared"/> for the process's.</summary>
    /// <param name="time">The clock; the system's where null.</param>
    /// <param name="limit">The rate limit of each robot; the machine's where null, else the official 20 a minute.</param>
    /// <param name="stateFolder">Where windows and media ids live that other processes share; memory where null.</param>
    public RobotClient(TimeProvider? time = null, RateLimit? limit = null, string? stateFolder = null)
        : this(time ?? TimeProvider.System, limit, () => stateFolder)
    {
    }

    /// <summary>The same over another handler than the system's.</summary>
    internal RobotClient(TimeProvider time, RateLimit? limit, string? stateFolder, Func<HttpMessageHandler> createHandler) =>
        _services = new(time, limit, () => stateFolder, _ => createHandler());

    private RobotClient(TimeProvider time, RateLimit? limit, Func<string?> stateFolder) =>
        _services = new(time, limit, stateFolder, Shims.CreateHandler);

    /// <summary>The client of this process: all its runspaces share it, and its state with the other processes of this user.</summary>
    public static RobotClient Shared { get; } = new(TimeProvider.System, null, () => StateFolder.Path);

    /// <summary>Sends one message by one robot.</summary>
    /// <param name="robot">To which robot.</param>
    /// <param name="message">The message; it is held against every rule of the official page first. MessageCheck.Run tells recommendations too.</param>
    /// <param name="options">Time-out, retries and observer; the defaults where null.</param>
    /// <param name="cancellationToken">Ends waiting and posting at once.</param>
    /// <exception cref="WeComException">Why it was not delivered, or that it may have been.</exception>
    public async Task<Receipt> SendAsync(
        WebhookAddress robot, Message message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) =>
        (await SendAsync(robot, [message], options, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Sends the parts of one message by one robot.</summary>
    /// <param name="robot">To which robot.</param>
    /// <param name="parts">The parts; each is held against every rule of the official page before the first is posted.</param>
    /// <param name="options">Time-out of each post, retries and observer; the defaults where null.</param>
    /// <param name="cancellationToken">Ends waiting and posting at once.</param>
    /// <exception cref="WeComException">Why a part was not delivered, or that it may have been.</exception>
    public Task<IReadOnlyList<Receipt>> SendAsync(
        WebhookAddress robot, IReadOnlyList<Message> parts, DeliveryOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(RobotPool.Single(robot), parts, null, options, cancellationToken);

    /// <summary>
    /// Sends the parts of one message, one after the other, by the robot of the pool whose window is free soonest; no other
    /// message of this process to that robot lands between them.
    /// </summary>
    /// <param name="pool">The robots of the group.</param>
    /// <param name="parts">The parts; each is held against every rule of the official page before the first is posted.</param>
    /// <param name="file">What goes up first, for the file or voice messages among the parts that have no media id; null where there is none.</param>
    /// <param name="options">Time-out of each post, retries and observer; the defaults where null.</param>
    /// <param name="cancellationToken">Ends waiting and posting at once.</param>
    /// <exception cref="PartialDeliveryException">A part of several was not delivered, or may not have been; no later one was posted.</exception>
    /// <exception cref="DeliveryException">The only part was not delivered, or may not have been.</exception>
    /// <exception cref="WeComException">The message breaks a rule, or its file could not be uploaded.</exception>
    public async Task<IReadOnlyList<Receipt>> SendAsync(
        RobotPool pool,
        IReadOnlyList<Message> parts,
        MediaFile? file,
        DeliveryOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Check(parts, file);
        return await new MessageDelivery(_services, pool, parts, file, options ?? new()).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uploads one file, or finds that the robot still has it (group-robot-api.md, 文件上传接口).</summary>
    /// <param name="robot">The robot that will send it: no other can.</param>
    /// <param name="file">The checked file; its owner closes it.</param>
    /// <param name="options">Time-out, retries and observer; the defaults where null.</param>
    /// <param name="cancellationToken">Ends the upload at once.</param>
    /// <exception cref="WeComException">Why it was not uploaded.</exception>
    public Task<UploadedMedia> UploadAsync(
        WebhookAddress robot, MediaFile file, DeliveryOptions? options = null, CancellationToken cancellationToken = default) =>
        UploadAsync(RobotPool.Single(robot), file, options, cancellationToken);

    /// <summary>The same by the robot of a pool whose window is free soonest.</summary>
    /// <param name="pool">The robots of the group.</param>
    /// <param name="file">The checked file; its owner closes it.</param>
    /// <param name="options">Time-out, retries and observer; the defaults where null.</param>
    /// <param name="cancellationToken">Ends the upload at once.</param>
    /// <exception cref="WeComException">Why it was not uploaded.</exception>
    public async Task<UploadedMedia> UploadAsync(
        RobotPool pool, MediaFile file, DeliveryOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        while (true)
        {
            var members = pool.Members;
            var robot = members[RateWindows.Soonest([.. members.Select(member => WindowOf(member, options.RateLimit))]).Index];
            try
            {
                return await _services.Uploads.GetAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
            }
            catch (PostFailure failure) when (failure.Cause == FailureCause.WebhookRefused && pool.Drop(robot))
            {
                options.Observer?.Warning(Strings.LeftPool.With(failure.What));
            }
        }
    }

    /// <summary>What is used and left of a robot's rate window.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="registered">The limit that it was registered with; as last said where null.</param>
    public WindowInfo GetRateWindow(WebhookAddress robot, RateLimit? registered = null)
    {
        var window = WindowOf(robot, registered);
        var (limit, used, wait) = window.GetUsage();
        return new()
        {
            Robot = robot.ToString(),
            Limit = limit.Messages,
            Window = limit.Window,
            Used = used,
            Left = wait > TimeSpan.Zero ? 0 : limit.Messages - used,
            NextFree = _services.Time.GetUtcNow() + wait,
            StatePath = window.Store.IsInMemory ? null : window.Store.Path,
            Trouble = window.Store.Trouble,
        };
    }

    /// <summary>Sets how many messages robots take in how long a time.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="scope">For this process, or for all that share the state folder.</param>
    /// <param name="robot">The robot; all that have no limit of their own where null.</param>
    /// <exception cref="WeComException">StateUnwritable: it cannot be written for the machine.</exception>
    public void SetRateLimit(RateLimit limit, RateLimitScope scope, WebhookAddress? robot = null)
    {
        if (robot is null)
        {
            _services.Windows.SetLimit(limit, scope);
            return;
        }

        var window = WindowOf(robot, null);
        window.SetLimit(limit, scope);
        if (scope == RateLimitScope.Machine && window.Store.IsInMemory)
        {
            throw new WeComException(FailureCause.StateUnwritable, window.Store.Trouble ?? Strings.NoStateFolder, Strings.StateRemedy);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _services.Dispose();

    /// <summary>Holds the parts against the rules; a file that has yet to go up has passed its own.</summary>
    internal static void Check(IReadOnlyList<Message> parts, MediaFile? file)
    {
        foreach (var part in parts.Where(part => file is null || !MediaParts.IsAwaited(part)))
        {
            MessageCheck.ThrowIfInvalid(part);
        }
    }

    private RateWindow WindowOf(WebhookAddress robot, RateLimit? registered) => _services.Windows.For(robot.KeyHash, registered);
}
