using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.State;

namespace WeComRobot.Delivery;

/// <summary>Sends messages and uploads files: checks them, waits for the robot's rate window, posts, retries, and trusts only errcode 0.</summary>
public sealed class RobotClient : IDisposable
{
    private readonly ClientState _state;

    /// <summary>Creates a separate client; see <see cref="Shared"/> for the client of the process.</summary>
    /// <param name="time">The clock. Defaults to the system's.</param>
    /// <param name="limit">The rate limit of each robot. Defaults to the machine's, or else to the official 20 a minute.</param>
    /// <param name="stateFolder">The folder in which processes share rate windows and media ids. Defaults to memory alone.</param>
    /// <param name="createHandler">
    /// Creates the HTTP handler of all posts, before the first one; the client disposes it. Proxies are then the handler's business:
    /// those of the options are not used. It must not follow redirects, because the key is in the URL. Defaults to the system's handler.
    /// </param>
    public RobotClient(
        TimeProvider? time = null, RateLimit? limit = null, string? stateFolder = null, Func<HttpMessageHandler>? createHandler = null) =>
        _state = new(time ?? TimeProvider.System, limit, () => stateFolder, createHandler);

    private RobotClient() => _state = new(TimeProvider.System, null, () => StateFolder.Path, null);

    /// <summary>The client of this process: all its runspaces share it, and its state with the other processes of this user.</summary>
    public static RobotClient Shared { get; } = new();

    /// <summary>Sends one message through one robot.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="message">The message; it is checked first against every rule of the official page.</param>
    /// <param name="options">Time-out, retries and observer. Defaults to those of <see cref="DeliveryOptions"/>.</param>
    /// <param name="cancellationToken">Cancels waiting and posting.</param>
    /// <exception cref="WeComException">Why it was not delivered, or that it may have been.</exception>
    public async Task<Receipt> SendAsync(
        WebhookAddress robot, Message message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) =>
        (await SendAsync(RobotPool.Single(robot), Outgoing.For(message), options, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>
    /// Sends the parts of one message, one after another, through the robot of the pool whose window is free first; no other message
    /// of this process to that robot comes between them.
    /// </summary>
    /// <param name="pool">The robots of the group.</param>
    /// <param name="outgoing">The parts and their attachment.</param>
    /// <param name="options">Time-out of each post, retries and observer. Defaults to those of <see cref="DeliveryOptions"/>.</param>
    /// <param name="cancellationToken">Cancels waiting and posting.</param>
    /// <exception cref="PartialDeliveryException">A part of several was not delivered, or may not have been; no later one was posted.</exception>
    /// <exception cref="DeliveryException">The only part was not delivered, or may not have been.</exception>
    /// <exception cref="WeComException">The attachment could not be uploaded.</exception>
    public Task<IReadOnlyList<Receipt>> SendAsync(
        RobotPool pool, Outgoing outgoing, DeliveryOptions? options = null, CancellationToken cancellationToken = default) =>
        new MessageDelivery(_state, pool, outgoing, options ?? new()).RunAsync(cancellationToken);

    /// <summary>Uploads one file, unless the robot still has it (service.md#uploads).</summary>
    /// <param name="robot">The robot that will send the file: no other can.</param>
    /// <param name="file">The checked file; its owner closes it.</param>
    /// <param name="options">Time-out, retries and observer. Defaults to those of <see cref="DeliveryOptions"/>.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <exception cref="WeComException">Why it was not uploaded.</exception>
    public Task<UploadedMedia> UploadAsync(
        WebhookAddress robot, MediaFile file, DeliveryOptions? options = null, CancellationToken cancellationToken = default) =>
        UploadAsync(RobotPool.Single(robot), file, options, cancellationToken);

    /// <summary>Uploads one file for the robot of a pool whose window is free first, unless that robot still has it.</summary>
    /// <param name="pool">The robots of the group.</param>
    /// <param name="file">The checked file; its owner closes it.</param>
    /// <param name="options">Time-out, retries and observer. Defaults to those of <see cref="DeliveryOptions"/>.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <exception cref="WeComException">Why it was not uploaded.</exception>
    public Task<UploadedMedia> UploadAsync(
        RobotPool pool, MediaFile file, DeliveryOptions? options = null, CancellationToken cancellationToken = default)
    {
        _state.Windows.Begin();
        return _state.Uploads.GetAsync(pool, file, options ?? new(), cancellationToken);
    }

    /// <summary>Gets how much of a robot's rate window is used and left.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="registered">The limit that it was registered with. Defaults to the one last given for this robot.</param>
    public WindowInfo GetRateWindow(WebhookAddress robot, RateLimit? registered = null)
    {
        var window = GetWindow(robot, registered);
        var (limit, used, wait, holders) = window.GetUsage();
        return new()
        {
            Robot = robot.ToString(),
            Limit = limit.Messages,
            Window = limit.Window,
            Used = used,
            Left = wait > TimeSpan.Zero ? 0 : limit.Messages - used,
            NextFree = _state.Time.GetUtcNow() + wait,
            Scope = window.Store.Scope,
            StatePath = window.Store.Path,
            Holders = holders,
            Trouble = window.Store.Trouble,
        };
    }

    /// <summary>Sets the rate limit of one robot or of all.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="scope">For this process, for all that share the state folder, or for the fleet, which must have been joined.</param>
    /// <param name="robot">The robot. Defaults to all that have no limit of their own.</param>
    /// <exception cref="WeComException">StateUnwritable: it cannot be written for the machine or the fleet. InvalidFleet: there is no fleet.</exception>
    public void SetRateLimit(RateLimit limit, RateLimitScope scope, WebhookAddress? robot = null)
    {
        if (scope == RateLimitScope.Fleet && !_state.Windows.AreShared)
        {
            throw new WeComException(FailureCause.InvalidFleet, Strings.NoFleet);
        }

        if (robot is null)
        {
            _state.Windows.SetLimit(limit, scope);
            return;
        }

        var window = GetWindow(robot, null);
        window.SetLimit(limit, scope);
        if (scope == RateLimitScope.Machine && window.Machine.Path is null)
        {
            throw new WeComException(FailureCause.StateUnwritable, window.Machine.Trouble ?? Strings.NoStateFolder, Strings.StateRemedy);
        }
    }

    /// <summary>Shares rate windows and media ids with a fleet from now on.</summary>
    /// <param name="windows">The fleet's windows; null to share nothing any more.</param>
    /// <param name="shareMedia">Returns the fleet's store of media ids, given the machine's.</param>
    internal void Join(IFleetWindows? windows, Func<IMediaStore, IMediaStore> shareMedia)
    {
        _state.Windows.Join(windows);
        _state.Media.Join(shareMedia);
    }

    /// <summary>A message of the outbox begins.</summary>
    internal void BeginMessage() => _state.Windows.Begin();

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _state.Dispose();

    private RateWindow GetWindow(WebhookAddress robot, RateLimit? registered)
    {
        _state.Windows.Begin();
        return _state.Windows.For(robot.KeyHash, registered);
    }
}
