using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>The messages that are kept in one place: each part is written before it is sent, and held while it is being sent.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="time">The clock.</param>
internal sealed class OutboxPlace(IOutboxStore store, TimeProvider time)
{
    private readonly OutboxRecovery _recovery = new(store);

    /// <summary>The folder or the server, for people.</summary>
    public string Name => store.Place;

    /// <summary>Gets the messages, in no order.</summary>
    /// <exception cref="WeComException">OutboxUnusable: they cannot be read.</exception>
    public IReadOnlyList<OutboxItem> GetItems() => WrapErrors(() => _recovery.List().Select(ReadItem).OfType<OutboxItem>().ToArray());

    /// <summary>Removes a message that no process holds.</summary>
    /// <returns>Whether it was still there.</returns>
    /// <exception cref="WeComException">OutboxUnusable: it cannot be removed.</exception>
    public bool Remove(OutboxItem item) => WrapErrors(() =>
    {
        var owner = store.CreateOwner();
        try
        {
            if (Take(item, owner) is not { } taken)
            {
                return false;
            }

            Remove(taken, item.Name!);
            return true;
        }
        finally
        {
            owner.Retire();
        }
    });

    /// <summary>Writes the parts of a message, which this process then holds, before anything is sent.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: nothing is kept.</exception>
    public OutboxBatch Write(string robot, Outgoing outgoing, IProgress<DeliveryEvent>? observer, KeepOptions? keep = null)
    {
        OutboxBatch? batch = null;
        try
        {
            var owner = store.CreateOwner();
            batch = new(store, owner, observer);
            var now = time.GetUtcNow();
            var group = store.CreateGroup(now);
            var messages = outgoing.ToMessages(mediaId: null);
            for (var part = 1; part <= messages.Count; part++)
            {
                var attachment = part > outgoing.Messages.Count ? outgoing.Attachment : null;
                var entry = OutboxEntry.Create(robot, messages[part - 1], part, messages.Count, attachment, now, keep);
                batch.Add(Write(new(OutboxName.CreateId(group, part), owner.Name, OutboxName.Writing), entry, attachment), entry);
            }

            keep?.Writing?.Invoke(batch.FirstLeft!);
            batch.Commit();
            return batch;
        }
        catch (Exception e) when (e is WeComException || StateFile.IsFileError(e))
        {
            batch?.Discard();
            batch?.Dispose();
            throw e as WeComException
                ?? new(FailureCause.OutboxUnwritable, Strings.OutboxUnwritable.With(store.Place, e.Message), store.Remedy);
        }
    }

    /// <summary>Takes messages for this process. Those that another process has taken in the meantime, or that cannot be read, are left out.</summary>
    /// <exception cref="WeComException">OutboxUnusable: they cannot be read.</exception>
    public OutboxBatch Take(IEnumerable<OutboxItem> items, IProgress<DeliveryEvent>? observer) => WrapErrors(() =>
    {
        var owner = store.CreateOwner();
        var batch = new OutboxBatch(store, owner, observer);
        try
        {
            foreach (var item in items.Where(item => item.Message is not null).OrderBy(item => item.Media is not null))
            {
                if (Take(item, owner) is { } taken && store.Read(taken) is { } entry)
                {
                    batch.Add(taken, entry);
                }
            }

            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    });

    /// <summary>Locks a robot, so that only this process delivers its messages; null while another process holds the lock.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the lock cannot be taken.</exception>
    public async Task<IDisposable?> TryLockRobotAsync(string robot, Action<string> tell, CancellationToken cancellationToken)
    {
        var name = "robot-" + HexHash.Sha256(robot.ToUpperInvariant());
        if (TryLock() is { } taken)
        {
            return taken;
        }

        await UntilKnownAsync(store, name, tell, cancellationToken).ConfigureAwait(false);
        return TryLock();

        IDisposable? TryLock() => WrapErrors(() => store.TryLock(name));
    }

    /// <summary>Waits until it is clear whether a holder is alive, and tells of it if that takes time.</summary>
    public static Task UntilKnownAsync(IOutboxStore store, string holder, Action<string> tell, CancellationToken cancellationToken)
    {
        var known = store.UntilKnownAsync(holder, cancellationToken);
        if (!known.IsCompleted)
        {
            tell(Strings.OutboxHolderUnknown);
        }

        return known;
    }

    /// <summary>Takes a message for the owner; null if another process holds it.</summary>
    private OutboxName? Take(OutboxItem item, IOutboxOwner owner) =>
        item.Name is { Owner: null } name ? store.Move(name, OutboxName.Taken, owner.Name) : null;

    /// <summary>
    /// Removes a message. If it can be neither removed nor marked as done, its state is restored, so that one that may have arrived is not
    /// sent again.
    /// </summary>
    private void Remove(OutboxName taken, OutboxName before)
    {
        try
        {
            store.Delete(taken);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            if (!store.TryMarkDone(taken))
            {
                store.Move(taken, before.Kind, null);
                throw;
            }
        }
    }

    private OutboxName Write(OutboxName name, OutboxEntry entry, MediaFile? attachment)
    {
        store.Write(name, entry);
        if (attachment is not null)
        {
            store.WriteMedia(name, attachment);
        }

        return name;
    }

    private OutboxItem? ReadItem(OutboxName name)
    {
        try
        {
            return store.Read(name) is { } entry ? OutboxItem.From(entry, name, store) : OutboxItem.Damaged(name, store);
        }
        catch (WeComException e) when (e.Cause != FailureCause.OutboxUnusable)
        {
            return OutboxItem.Damaged(name, store);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // It was taken or delivered in the meantime
            return null;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return OutboxItem.Damaged(name, store);
        }
    }

    private T WrapErrors<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            throw new WeComException(FailureCause.OutboxUnusable, Strings.OutboxUnusable.With(store.Place, e.Message), store.Remedy);
        }
    }
}
