using System;
using System.Linq;

namespace WeComRobot.RateLimiting;

/// <summary>A window whose state this process changes itself, in memory or in a file.</summary>
/// <param name="clock">The clock.</param>
internal abstract class LocalWindowStore(WindowClock clock) : IWindowStore
{
    public abstract RateLimitScope Scope { get; }

    public abstract string? Path { get; }

    public abstract string? Trouble { get; }

    /// <summary>The robot's limit in the state, when it was last looked at; null if it has none.</summary>
    public abstract RateLimit? StoredLimit { get; }

    protected WindowClock Clock => clock;

    public TimeSpan TryReserve(long slot, TimeSpan lease, LimitChoice limit) => Change(state =>
    {
        var now = clock.Now;
        var wait = state.TimeUntilFree(limit.For(state.Limit), now);
        if (wait == TimeSpan.Zero)
        {
            state.Reserve(slot, lease, now);
        }

        return wait;
    });

    /// <summary>Takes a slot, whether or not one is free: another window, of which this one is a part, decided that.</summary>
    public void Record(long slot, TimeSpan lease) => Change(state =>
    {
        state.Reserve(slot, lease, clock.Now);
        return slot;
    });

    public void Stamp(long slot, LimitChoice limit) => Change(state =>
    {
        state.Stamp(slot, limit.For(state.Limit), clock.Now);
        return slot;
    });

    public void Release(long slot) => Change(state =>
    {
        state.Release(slot);
        return slot;
    });

    public void Close() => Change(state => state.Closed = clock.Now);

    public WindowUsage GetUsage(LimitChoice limit) => Change(state =>
    {
        var (chosen, now) = (limit.For(state.Limit), clock.Now);
        return new WindowUsage(chosen, state.CountUsed(chosen, now), state.TimeUntilFree(chosen, now), []);
    });

    public void SetLimit(RateLimit limit) => Change(state => state.Limit = limit);

    /// <summary>What happened in it.</summary>
    public WindowHistory GetHistory() => Change(state =>
    {
        var now = clock.Now;
        var slots = state.Slots.Select(slot => (slot.Id, (now.Since(slot.Since) ?? TimeSpan.Zero) - TimeSpan.FromTicks(slot.Lease))).ToArray();
        return new WindowHistory(slots, state.Closed is { } closed ? now.Since(closed) ?? TimeSpan.Zero : null);
    });

    /// <summary>Changes the state while nobody else can, and returns the result of the change.</summary>
    protected abstract T Change<T>(Func<WindowState, T> change);
}
