using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>
/// The messages that are being delivered or could not be. They are kept in a folder or, for a fleet, in the first of several places that
/// can be used. None contains a key.
/// </summary>
public sealed class MessageOutbox
{
    private const string FolderName = "outbox";
    private readonly OutboxPlace[] _places;
    private readonly TimeProvider _time;

    /// <summary>Creates an outbox over a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="time">The clock. Defaults to the system's.</param>
    public MessageOutbox(string path, TimeProvider? time = null)
        : this([new OutboxFolder(Path.GetFullPath(path), new())], time)
    {
    }

    /// <summary>Creates an outbox over several places: a message is kept in the first of them that can be used.</summary>
    internal MessageOutbox(IEnumerable<IOutboxStore> stores, TimeProvider? time)
    {
        _time = time ?? TimeProvider.System;
        _places = [.. stores.Select(store => new OutboxPlace(store, _time))];
    }

    /// <summary>The moment by which it is judged what is due, and what has expired.</summary>
    internal DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The outbox of the current user, or of all who share WECOM_STATE_DIR.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: this user has no folder for files.</exception>
    public static MessageOutbox ForCurrentUser() => ForCurrentUser(null);

    /// <summary>The outbox of a fleet, and the current user's, which serves while the fleet's cannot be used.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: this user has no folder for files.</exception>
    internal static MessageOutbox ForCurrentUser(IOutboxStore? fleet)
    {
        var folder = StateFolder.Path
            ?? throw new WeComException(FailureCause.OutboxUnwritable, Strings.OutboxUnwritable.With(FolderName, Strings.NoStateFolder), Strings.StateRemedy);
        var machine = new OutboxFolder(Path.Combine(folder, FolderName), new());
        return new(fleet is null ? [machine] : [fleet, machine], null);
    }

    /// <summary>Gets the messages, in the order of sending.</summary>
    /// <param name="isRobot">Whether to include the messages of a robot, given its name. Defaults to all.</param>
    /// <exception cref="WeComException">OutboxUnusable: they cannot be read.</exception>
    public IReadOnlyList<OutboxItem> GetItems(Func<string, bool>? isRobot = null) => GetItems(isRobot, null);

    /// <summary>Gets the messages, in the order of sending, and tells of a place that cannot be read.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the only place cannot be read, or there is nobody to tell.</exception>
    internal IReadOnlyList<OutboxItem> GetItems(Func<string, bool>? isRobot, Action<string>? warn) =>
        GetItems(_places, isRobot, warn);

    /// <summary>Removes a message that no process holds.</summary>
    /// <returns>Whether it was still there.</returns>
    /// <exception cref="WeComException">OutboxUnusable: it cannot be removed.</exception>
    public bool Remove(OutboxItem item) => item.Store is { } store && new OutboxPlace(store, _time).Remove(item);

    /// <summary>Writes the parts of a message, which this process then holds, before anything is sent.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: nothing is kept.</exception>
    internal OutboxBatch Write(string robot, Outgoing outgoing, IProgress<DeliveryEvent>? observer, KeepOptions? keep = null)
    {
        foreach (var place in _places.Take(_places.Length - 1))
        {
            try
            {
                return place.Write(robot, outgoing, observer, keep);
            }
            catch (WeComException e) when (e.Cause == FailureCause.OutboxUnwritable)
            {
                observer?.Report(new DeliveryEvent.Verbose(Strings.OutboxElsewhere.With(place.Name)));
            }
        }

        var batch = _places[_places.Length - 1].Write(robot, outgoing, observer, keep);
        batch.IsFallback = _places.Length > 1;
        return batch;
    }

    /// <summary>Takes the parts of a message for this process. Those that another process has taken in the meantime, or that cannot be read, are left out.</summary>
    /// <exception cref="WeComException">OutboxUnusable: they cannot be read.</exception>
    internal OutboxBatch Take(IEnumerable<OutboxItem> parts, IProgress<DeliveryEvent>? observer) =>
        new OutboxPlace(parts.First().Store!, _time).Take(parts, observer);

    /// <summary>
    /// Locks a robot in all places that can be used, so that only this process delivers its messages; null while another process holds a lock.
    /// </summary>
    /// <param name="robot">The robot's name.</param>
    /// <param name="items">What is to be delivered, if not all.</param>
    /// <param name="tell">Is told why this takes time, and what is left out.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="WeComException">OutboxUnusable: a lock that is needed cannot be taken.</exception>
    internal async Task<RobotLock?> TryLockRobotAsync(
        string robot, IReadOnlyList<OutboxItem>? items, Action<string> tell, CancellationToken cancellationToken)
    {
        var locks = new RobotLock();
        foreach (var place in _places)
        {
            try
            {
                if (!locks.TryAdd(place, await place.TryLockRobotAsync(robot, tell, cancellationToken).ConfigureAwait(false)))
                {
                    return null;
                }
            }
            catch (WeComException e)
            {
                if (place == _places[_places.Length - 1] || items?.Any(item => item.Store?.Place == place.Name) == true)
                {
                    locks.Dispose();
                    throw;
                }

                tell(Strings.OutboxLeftOut.With(e.What));
            }
        }

        return locks;
    }

    /// <summary>
    /// Gets what can be delivered to a robot from where it is locked, once it is clear which of its messages dead processes held.
    /// </summary>
    /// <exception cref="WeComException">OutboxUnusable: the only place cannot be read.</exception>
    internal async Task<IReadOnlyList<OutboxItem>> GetPendingAsync(
        string robot, RobotLock robotLock, Action<string> tell, CancellationToken cancellationToken)
    {
        var items = GetItems(robotLock.Places, IsRobot, tell);
        if (items.Where(item => item is { State: OutboxState.Sending, Name.Owner: not null }).ToArray() is { Length: > 0 } held)
        {
            // The next message must not overtake one that its process will never send
            await Task.WhenAll(held.Select(item => OutboxPlace.UntilKnownAsync(item.Store!, item.Name!.Owner!, tell, cancellationToken))).ConfigureAwait(false);
            items = GetItems(robotLock.Places, IsRobot, tell);
        }

        return [.. items.Where(item => item.State == OutboxState.Pending)];

        bool IsRobot(string name) => string.Equals(name, robot, StringComparison.OrdinalIgnoreCase);
    }

    private IReadOnlyList<OutboxItem> GetItems(IEnumerable<OutboxPlace> places, Func<string, bool>? isRobot, Action<string>? warn) =>
        [.. places.SelectMany(place => GetItems(place, warn)).Where(item => isRobot?.Invoke(item.Robot) != false).OrderBy(item => item.Id, StringComparer.Ordinal)];

    private IReadOnlyList<OutboxItem> GetItems(OutboxPlace place, Action<string>? warn)
    {
        try
        {
            return place.GetItems();
        }
        catch (WeComException e) when (warn is not null && _places.Length > 1)
        {
            warn(Strings.OutboxLeftOut.With(e.What));
            return [];
        }
    }
}
