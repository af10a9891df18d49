using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.State;

namespace WeComRobot.Alerts;

/// <summary>
/// Tells groups of alerts: once, again when an interval has passed or the severity rises, and at the end. What is known of them is shared
/// by all processes (architecture.md#alerts).
/// </summary>
public sealed class AlertClient
{
    private static readonly AlertMemory SharedMemory = new();

    private readonly RobotClient _client;
    private readonly Func<MessageOutbox> _openOutbox;
    private readonly AlertBooks _books;
    private readonly WindowClock _clock;

    /// <summary>Creates a client over a state folder.</summary>
    /// <param name="client">Sends the messages.</param>
    /// <param name="openOutbox">Opens the outbox, when a message has to wait.</param>
    /// <param name="stateFolder">The folder in which processes share what is known of alerts.</param>
    /// <param name="time">The clock. Defaults to the system's.</param>
    public AlertClient(RobotClient client, Func<MessageOutbox> openOutbox, string stateFolder, TimeProvider? time = null)
        : this(client, openOutbox, new AlertBooks(new AlertFolder(stateFolder), new()), new WindowClock(time ?? TimeProvider.System))
    {
    }

    internal AlertClient(RobotClient client, Func<MessageOutbox> openOutbox, AlertBooks books, WindowClock clock)
    {
        _client = client;
        _openOutbox = openOutbox;
        _books = books;
        _clock = clock;
    }

    /// <summary>The alerts of the current user, or of all who share WECOM_STATE_DIR.</summary>
    internal static AlertClient ForCurrentUser(Func<MessageOutbox> openOutbox) =>
        new(RobotClient.Shared, openOutbox, new AlertBooks(StateFolder.Path is { } folder ? new AlertFolder(folder) : null, SharedMemory), new WindowClock(TimeProvider.System));

    /// <summary>Tells the group that an alert fires, unless it was told of it a short time ago.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="options">How its message is delivered. Defaults to those of <see cref="AlertOptions"/>.</param>
    /// <param name="cancellationToken">Cancels waiting and posting.</param>
    /// <exception cref="WeComException">Its message was not delivered, or may not have been, and is not kept: the next call sends it.</exception>
    public Task<AlertReceipt> FireAsync(AlertTarget robot, Alert alert, AlertOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(robot, alert, options, (context, composer) => new FiringCall(context, alert, composer).RunAsync(cancellationToken), cancellationToken);

    /// <summary>Tells the group that an alert is over, if it was told that it fires.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="alert">The alert; its severity is the one that the group was told of.</param>
    /// <param name="options">How its message is delivered. Defaults to those of <see cref="AlertOptions"/>.</param>
    /// <param name="cancellationToken">Cancels waiting and posting.</param>
    /// <exception cref="WeComException">
    /// Its message was not delivered, and is not kept: the next call sends it; or it may not have been. StateUnwritable: it cannot be known
    /// whether the alert fired.
    /// </exception>
    public Task<AlertReceipt> ResolveAsync(AlertTarget robot, Alert alert, AlertOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(robot, alert, options, (context, composer) => new EndCall(context, alert, composer).RunAsync(cancellationToken), cancellationToken);

    /// <summary>Tells the group what was beyond the cap of an hour that is over; nothing if there is nothing.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="options">How the message is delivered.</param>
    /// <param name="cancellationToken">Cancels waiting and posting.</param>
    public Task TellHeldBackAsync(AlertTarget robot, AlertOptions? options = null, CancellationToken cancellationToken = default) =>
        TellHeldBackAsync(CreateContext(robot, options), AlertFormat.Markdown, cancellationToken);

    /// <summary>Gets the alerts that are not over, sorted by robot and by when they fired first.</summary>
    /// <exception cref="WeComException">StateUnwritable: they cannot be read.</exception>
    public IReadOnlyList<FiringAlert> GetFiring()
    {
        var now = _clock.Now;
        return
        [
            .. _books.ReadAll().SelectMany(book => book.Sanitize(now).Alerts.Select(state => ToFiring(book.Robot, state, now)))
                .OrderBy(alert => alert.Robot, StringComparer.OrdinalIgnoreCase).ThenBy(alert => alert.Since),
        ];
    }

    /// <summary>Forgets an alert, without telling anybody.</summary>
    /// <exception cref="WeComException">StateUnwritable: the state cannot be written.</exception>
    public void Forget(FiringAlert alert) => _books.ChangeShared(alert.Robot, book => book.Find(alert.Key) is null ? book : book.Without(alert.Key));

    /// <summary>Sets how many messages about alerts a robot sends in an hour; critical ones are always sent.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="perHour">The number; null for any.</param>
    /// <exception cref="WeComException">StateUnwritable: the state cannot be written.</exception>
    public void SetCap(AlertTarget robot, int? perHour) => _books.ChangeShared(robot.Identity, book => book with { PerHour = perHour });

    /// <summary>The robots whose groups are to be told what was beyond the cap of an hour that is over.</summary>
    /// <exception cref="WeComException">StateUnwritable: they cannot be read.</exception>
    internal IReadOnlyList<string> GetRobotsToTell() => [.. _books.ReadAll().Select(book => book.Sanitize(_clock.Now)).Where(book => AlertCap.IsDigestDue(book, _clock.Now)).Select(book => book.Robot)];

    /// <summary>Gets a robot's cap, and how many messages of the hour were sent.</summary>
    internal (int? PerHour, int Sent) GetCap(AlertTarget robot)
    {
        var book = _books.Read(robot.Identity);
        return (book.PerHour, AlertCap.CountSent(book, _clock.Now));
    }

    private async Task<AlertReceipt> RunAsync(
        AlertTarget robot, Alert alert, AlertOptions? options, Func<AlertContext, AlertComposer, Task<AlertReceipt>> call, CancellationToken cancellationToken)
    {
        AlertCheck.Run(alert);
        var context = CreateContext(robot, options);
        await TellHeldBackAsync(context, alert.Format == AlertFormat.Text ? AlertFormat.Text : AlertFormat.Markdown, cancellationToken).ConfigureAwait(false);
        return await call(context, new AlertComposer(alert.Format, _clock.Time)).ConfigureAwait(false);
    }

    private Task TellHeldBackAsync(AlertContext context, AlertFormat format, CancellationToken cancellationToken) =>
        new DigestCall(context, new AlertComposer(format, _clock.Time), format == AlertFormat.Markdown).RunAsync(cancellationToken);

    private AlertContext CreateContext(AlertTarget robot, AlertOptions? options) => new(_client, _openOutbox, _books, _clock, robot, options ?? new());

    private static FiringAlert ToFiring(string robot, AlertState state, Moment now) => new()
    {
        Robot = robot,
        Key = state.Key,
        Title = state.Title,
        Severity = state.Severity,
        Since = AlertRules.ToTime(state.Since).ToLocalTime(),
        Count = state.Count,
        LastSentAt = state.Told is { } told ? AlertRules.ToTime(told.At).ToLocalTime() : null,
        Next = AlertRules.GetNext(state, now)?.ToLocalTime(),
    };
}
