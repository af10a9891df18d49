using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;

namespace WeComRobot.RateLimiting;

/// <summary>The windows of all keys that this process has used.</summary>
/// <param name="limit">The limit of all robots in this process. Defaults to the machine's.</param>
/// <param name="stateFolder">Returns the state folder, which may change; while it is null, the state is kept in memory.</param>
/// <param name="time">The clock.</param>
internal sealed class RateWindows(RateLimit? limit, Func<string?> stateFolder, TimeProvider time)
{
    private const int HashDigits = 16;

    // By the state folder and the hash of the key
    private readonly Dictionary<string, Dictionary<string, RateWindow>> _byFolder = [];
    private readonly WindowClock _clock = new(time);
    private RateLimit? _processLimit = limit;
    private IFleetWindows? _fleet;

    /// <summary>Whether a fleet shares them.</summary>
    public bool AreShared => _fleet is not null;

    /// <summary>Gets the window of a key, given its hash.</summary>
    /// <param name="keyHash">The hash.</param>
    /// <param name="registered">The limit that the robot was registered with. Defaults to the last one given.</param>
    public RateWindow For(string keyHash, RateLimit? registered = null)
    {
        var folder = stateFolder();
        lock (_byFolder)
        {
            var windows = _byFolder.TryGetValue(folder ?? "", out var inFolder) ? inFolder : _byFolder[folder ?? ""] = [];
            var window = windows.TryGetValue(keyHash, out var known) ? known : windows[keyHash] = Create(folder, keyHash);
            window.RegisteredLimit = registered ?? window.RegisteredLimit;
            return window;
        }
    }

    /// <summary>Shares all windows with a fleet from now on; null ends that.</summary>
    public void Join(IFleetWindows? fleet)
    {
        lock (_byFolder)
        {
            _fleet = fleet;
            foreach (var (keyHash, window) in _byFolder.Values.SelectMany(windows => windows.Select(pair => (pair.Key, pair.Value))))
            {
                window.Join(fleet, keyHash);
            }
        }
    }

    /// <summary>Sets the limit of all robots that have none of their own.</summary>
    /// <exception cref="WeComException">StateUnwritable: the machine's or the fleet's limit cannot be written.</exception>
    public void SetLimit(RateLimit limit, RateLimitScope scope)
    {
        if (scope == RateLimitScope.Machine)
        {
            MachineLimit.Write(stateFolder(), limit);
        }
        else if (scope == RateLimitScope.Fleet)
        {
            _fleet!.SetLimit(limit);
        }

        // The later setting replaces what the process set before
        _processLimit = scope == RateLimitScope.Process ? limit : null;
    }

    /// <summary>A message, or a look at the windows, begins.</summary>
    public void Begin() => _fleet?.Begin();

    /// <summary>What users must be told about the fleet now; null if there is nothing.</summary>
    public string? TakeWarning() => _fleet?.TakeWarning();

    /// <summary>Waits for a slot in the window that is free first.</summary>
    /// <param name="windows">The windows of a pool's robots.</param>
    /// <param name="lease">The longest that a post can take.</param>
    /// <param name="reportWait">Called once, with the time until a slot is free.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Which window it was, and the slot.</returns>
    public static async Task<(int Index, Reservation Slot)> ReserveFirstFreeAsync(
        IReadOnlyList<RateWindow> windows, TimeSpan lease, Action<TimeSpan> reportWait, CancellationToken cancellationToken)
    {
        if (windows.Count == 1)
        {
            return (0, await windows[0].ReserveAsync(lease, reportWait, cancellationToken).ConfigureAwait(false));
        }

        var asked = windows[0].Clock.Time.GetTimestamp();
        for (var waits = 0; ; waits++)
        {
            var (index, slot, wait) = await TryReserveAnyAsync(windows, lease, cancellationToken).ConfigureAwait(false);
            if (slot is not null)
            {
                if (waits > 0)
                {
                    slot.SetWaitedSince(asked);
                }

                return (index, slot);
            }

            if (waits == 0)
            {
                reportWait(wait);
            }

            await windows[index].Clock.Time.DelayAsync(windows[index].GetPause(wait), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Finds the window that is free first; of several, one in which this process is not making a post.</summary>
    public static (int Index, TimeSpan Wait) FindFirstFree(IReadOnlyList<RateWindow> windows) => FindFree(windows)[0];

    /// <summary>Takes a slot of a window that is free; if none is, returns the one that is free first, and the time until then.</summary>
    private static async Task<(int Index, Reservation? Slot, TimeSpan Wait)> TryReserveAnyAsync(
        IReadOnlyList<RateWindow> windows, TimeSpan lease, CancellationToken cancellationToken)
    {
        var first = (Index: 0, Slot: (Reservation?)null, Wait: TimeSpan.MaxValue);
        foreach (var (index, free) in FindFree(windows))
        {
            // Between the look and the turn, another message may have taken the slot
            var (slot, wait) = free > TimeSpan.Zero ? (null, free) : await windows[index].TryReserveAsync(lease, cancellationToken).ConfigureAwait(false);
            if (slot is not null)
            {
                return (index, slot, wait);
            }

            first = wait < first.Wait ? (index, null, wait) : first;
        }

        return first;
    }

    /// <summary>The windows in the order in which they become free, with the time until each does.</summary>
    private static (int Index, TimeSpan Wait)[] FindFree(IReadOnlyList<RateWindow> windows) =>
    [
        .. windows.Select((window, index) => (Index: index, window.GetUsage().Wait, window.IsBusy))
            .OrderBy(window => window.Wait).ThenBy(window => window.IsBusy)
            .Select(window => (window.Index, window.Wait)),
    ];

    private RateWindow Create(string? folder, string keyHash)
    {
        LocalWindowStore machine = folder is null ? new MemoryWindowStore(_clock) : new FileWindowStore(folder, keyHash.Substring(0, HashDigits), _clock);
        var window = new RateWindow(machine, () => GetDefaultLimit(folder), _clock);
        window.Join(_fleet, keyHash);
        return window;
    }

    private RateLimit GetDefaultLimit(string? folder) => _processLimit ?? _fleet?.Limit ?? MachineLimit.Read(folder) ?? RateLimit.Official;
}
