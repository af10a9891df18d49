using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>Lists the messages of the outbox, after cleaning up what was delivered or held by processes that died.</summary>
internal sealed class OutboxRecovery(IOutboxStore store)
{
    /// <summary>All messages, in the order of sending. Those that a dead process held are given back first.</summary>
    public IReadOnlyList<OutboxName> List()
    {
        // One process at a time: a process that lists the files while another renames one would miss it and deliver the next
        using var turn = store.TryLockRecovery();
        return [.. GiveBackAll(RemoveDone(store.List()), isAlone: turn is not null).Where(name => name.Kind != OutboxName.Writing).OrderBy(name => name.Id, StringComparer.Ordinal)];
    }

    /// <summary>Removes the messages that are marked as done, as far as possible, and returns all others.</summary>
    private OutboxName[] RemoveDone(OutboxName[] names)
    {
        var done = names.Where(name => name.Kind == OutboxName.Done).Select(name => name.Id).ToArray();
        foreach (var group in names.Where(name => done.Contains(name.Id)).GroupBy(name => name.Id))
        {
            try
            {
                // The mark is removed last: as long as it is there, nobody sends what is left
                foreach (var name in group.OrderBy(name => name.Kind == OutboxName.Done))
                {
                    store.Delete(name);
                }
            }
            catch (Exception e) when (StateFile.IsFileError(e))
            {
                // The next listing tries again
            }
        }

        return [.. names.Where(name => !done.Contains(name.Id))];
    }

    /// <summary>Gives back what dead processes held. A file that cannot be changed now stays theirs.</summary>
    private IEnumerable<OutboxName> GiveBackAll(IReadOnlyList<OutboxName> names, bool isAlone)
    {
        // Asking whether an owner is dead removes its file, so it is asked only once for all that the owner held
        var dead = names.Select(name => name.Owner).OfType<string>().Distinct().Where(store.IsDead).ToArray();
        foreach (var name in names)
        {
            if (!dead.Contains(name.Owner))
            {
                yield return name;
            }
            else if (TryGiveBack(name, names, isAlone) is { } given)
            {
                yield return given;
            }
        }
    }

    private OutboxName? TryGiveBack(OutboxName name, IReadOnlyList<OutboxName> names, bool isAlone)
    {
        try
        {
            return name.Kind switch
            {
                OutboxName.Posting => GiveBackPosted(name, isAlone),
                OutboxName.Taken => store.Move(name, IsInDoubt(name.Group, names) ? OutboxName.Unknown : OutboxName.Pending, null),
                _ => GiveBackUnfinished(name, names),
            };
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return name;
        }
    }

    /// <summary>
    /// The reason of an earlier failure may say that nothing was sent. It is replaced, unless others may be recovering, too: what is written
    /// then could restore what they have given back.
    /// </summary>
    private OutboxName? GiveBackPosted(OutboxName name, bool isAlone)
    {
        if (isAlone)
        {
            TryWriteReason(name);
        }

        return store.Move(name, OutboxName.Unknown, null);
    }

    private void TryWriteReason(OutboxName name)
    {
        try
        {
            if (store.Read(name) is { } entry)
            {
                entry.LastError = Strings.OutboxSenderDied;
                store.Write(name, entry);
            }
        }
        catch (Exception e) when (e is WeComException || StateFile.IsFileError(e))
        {
            // Its state says enough
        }
    }

    /// <summary>A message stays together: if a part may have arrived, the later ones wait for the user as well.</summary>
    private static bool IsInDoubt(string group, IReadOnlyList<OutboxName> names) =>
        names.Any(name => name.Group == group && name.Kind is (OutboxName.Posting or OutboxName.Unknown));

    /// <summary>
    /// All parts of a message are written before the first of them is renamed to be a message. So unfinished parts beside a finished one
    /// are complete; without a finished one, the message was never sent. New content for a part that already has a file is dropped.
    /// </summary>
    private OutboxName? GiveBackUnfinished(OutboxName name, IReadOnlyList<OutboxName> names)
    {
        var finished = names.Where(other => other.Kind != OutboxName.Writing && other.Group == name.Group).ToArray();
        if (finished.Length > 0 && finished.All(other => other.Id != name.Id))
        {
            return store.Move(name, OutboxName.Pending, null);
        }

        store.DeleteUnfinished(name, withMedia: finished.Length == 0);
        return null;
    }
}
