using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using WeComRobot.Delivery;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>
/// The parts of one message while this process delivers them. The outbox always shows what is known of them. Parts that were not
/// delivered are given back to the outbox at the end, whatever ended the delivery.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="owner">Marks them as held by this process.</param>
/// <param name="observer">Receives a warning about each part whose state cannot be changed.</param>
internal sealed class OutboxBatch(IOutboxStore store, IOutboxOwner owner, IProgress<DeliveryEvent>? observer) : IDeliveryJournal, IDisposable
{
    private readonly List<OutboxName?> _names = [];
    private readonly List<OutboxEntry> _entries = [];

    /// <summary>Whether the parts were written here because a better place could not be used.</summary>
    public bool IsFallback { get; set; }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The id of the first part that was not delivered; null if all were.</summary>
    public string? FirstLeft => _names.Find(name => name is not null)?.Id;

    /// <summary>Adds a part that this process holds. Parts are added in the order of posting: the attachment comes last.</summary>
    public void Add(OutboxName name, OutboxEntry entry)
    {
        _names.Add(name);
        _entries.Add(entry);
    }

    /// <summary>Turns the written parts into a message that this process holds, once all of them are written.</summary>
    public void Commit()
    {
        var names = store.Commit([.. _names.OfType<OutboxName>()]);
        for (var part = 0; part < names.Length; part++)
        {
            _names[part] = names[part];
        }
    }

    /// <summary>Reads the messages of all parts except the attachment.</summary>
    /// <exception cref="WeComException">InvalidMessage: a file contains no valid message.</exception>
    public IReadOnlyList<Message> ReadMessages() => [.. _entries.Where(entry => !entry.IsAttachment).Select(entry => entry.ReadMessage())];

    /// <summary>Opens the kept copy of the attachment; null if there is none.</summary>
    /// <exception cref="WeComException">FileNotFound or InvalidMedia: the copy is gone, or is damaged.</exception>
    public MediaFile? OpenAttachment()
    {
        var part = _entries.FindIndex(entry => entry.IsAttachment);
        return part < 0 ? null : store.OpenMedia(_names[part]!, _entries[part]);
    }

    /// <exception cref="WeComException">OutboxUnwritable: the part is not posted, because after a crash nobody would know that it was.</exception>
    public void Posting(int part)
    {
        try
        {
            _names[part] = store.Move(_names[part]!, OutboxName.Posting, owner.Name) ?? throw new IOException(Strings.OutboxTakenOver);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            throw new WeComException(FailureCause.OutboxUnwritable, Strings.OutboxUnwritable.With(store.Place, e.Message), store.Remedy);
        }
    }

    public void NotDelivered(int part) => TryChange(() => Move(part, OutboxName.Taken), Strings.OutboxLeft);

    public void Delivered(int part) => Remove(part, Strings.OutboxDelivered);

    /// <summary>Gives back the parts that were not delivered, with the reason. All get the same state, so that a message stays together.</summary>
    public void GiveBack(WeComException failure, OutboxState state)
    {
        var kind = state == OutboxState.Unknown ? OutboxName.Unknown : state == OutboxState.Refused ? OutboxName.Refused : OutboxName.Pending;
        for (var part = 0; part < _names.Count; part++)
        {
            if (_names[part] is { } name)
            {
                var entry = _entries[part];
                entry.Attempts++;
                entry.LastError = failure.Message;
                TryChange(() => store.Write(name, entry), Strings.OutboxReasonLost);
                GiveBack(part, kind);
            }
        }
    }

    /// <summary>Gives back the parts that are left, as they are.</summary>
    /// <param name="kind">The state of them all.</param>
    public void GiveBackAll(string kind)
    {
        for (var part = 0; part < _names.Count; part++)
        {
            if (_names[part] is not null)
            {
                GiveBack(part, kind);
            }
        }
    }

    /// <summary>Removes the parts that are left: the caller has the message.</summary>
    public void Discard()
    {
        for (var part = 0; part < _names.Count; part++)
        {
            if (_names[part] is not null)
            {
                Remove(part, Strings.OutboxDiscarded);
            }
        }
    }

    /// <summary>Gives back the parts that are left. A part whose post was interrupted may have arrived, and the parts after it share its state.</summary>
    public void Dispose()
    {
        GiveBackAll(_names.Exists(name => name?.Kind == OutboxName.Posting) ? OutboxName.Unknown : OutboxName.Pending);
        owner.Retire();
    }

    private void Move(int part, string kind) => _names[part] = store.Move(_names[part]!, kind, owner.Name) ?? _names[part];

    private void GiveBack(int part, string kind)
    {
        var name = TakeOut(part);
        TryChange(() => store.Move(name, kind, null), Strings.OutboxLeft);
    }

    /// <summary>Removes the file of a part, or else marks it as done, so that nobody sends it again.</summary>
    private void Remove(int part, string why)
    {
        var name = TakeOut(part);
        try
        {
            store.Delete(name);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            var trouble = store.TryMarkDone(name) ? Strings.OutboxMarked : Strings.OutboxNotMarked;
            var after = name.Kind == OutboxName.Posting ? OutboxState.Unknown : OutboxState.Pending;
            observer?.Report(new DeliveryEvent.Warning(why.Then(trouble.With(store.Place, e.Message, after))));
        }
    }

    private OutboxName TakeOut(int part)
    {
        var name = _names[part]!;
        _names[part] = null;
        return name;
    }

    /// <summary>If a file cannot be changed now, the next process recovers it as one that a dead process held.</summary>
    private void TryChange(Action change, string warning)
    {
        try
        {
            change();
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            observer?.Report(new DeliveryEvent.Warning(warning.With(store.Place, e.Message)));
        }
    }
}
