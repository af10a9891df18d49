using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;

namespace WeComRobot.Outbox;

/// <summary>
/// Where the parts of messages are kept, each under a name that shows its state and its owner. Of several processes that change the same
/// name only one succeeds. A store that cannot be used throws an exception of <see cref="State.StateFile.IsFileError"/>.
/// </summary>
internal interface IOutboxStore
{
    /// <summary>The folder or the server, for people.</summary>
    string Place { get; }

    /// <summary>What to do when it cannot be used.</summary>
    string Remedy { get; }

    /// <summary>The names of all messages and parts, in no order.</summary>
    OutboxName[] List();

    /// <summary>Creates the group of a new message. It sorts after all others, whatever the clock says.</summary>
    string CreateGroup(DateTimeOffset now);

    /// <summary>Reads what is kept under a name; null if it is damaged.</summary>
    OutboxEntry? Read(OutboxName name);

    /// <summary>Writes an entry, in place of the one that is there.</summary>
    void Write(OutboxName name, OutboxEntry entry);

    /// <summary>Keeps a copy of the attached file of a message.</summary>
    void WriteMedia(OutboxName name, MediaFile file);

    /// <summary>Turns the written parts of a message into one that their owner holds.</summary>
    /// <returns>Their new names.</returns>
    OutboxName[] Commit(IReadOnlyList<OutboxName> names);

    /// <summary>Opens the copy of the attached file.</summary>
    /// <exception cref="WeComException">FileNotFound or InvalidMedia: the copy is gone, or is damaged.</exception>
    MediaFile OpenMedia(OutboxName name, OutboxEntry entry);

    /// <summary>Changes state and owner.</summary>
    /// <returns>The new name; null if another process was first.</returns>
    OutboxName? Move(OutboxName name, string kind, string? owner);

    /// <summary>Removes a message and its attached file.</summary>
    void Delete(OutboxName name);

    /// <summary>Marks a message that cannot be removed, so that nobody sends it.</summary>
    /// <returns>Whether that succeeded.</returns>
    bool TryMarkDone(OutboxName name);

    /// <summary>Removes a part that was never finished, without retrying.</summary>
    /// <param name="name">The part.</param>
    /// <param name="withMedia">Whether to remove its attached file as well.</param>
    void DeleteUnfinished(OutboxName name, bool withMedia);

    /// <summary>A new owner: this process, for one message.</summary>
    IOutboxOwner CreateOwner();

    /// <summary>Whether the owner's process has died.</summary>
    bool IsDead(string owner);

    /// <summary>
    /// Waits until it is clear whether the holder of a lock or of messages is alive: in some stores the death of a process shows late.
    /// </summary>
    /// <param name="holder">The name of the lock or of the owner.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task UntilKnownAsync(string holder, CancellationToken cancellationToken);

    /// <summary>Locks a name; null while another process holds the lock.</summary>
    IDisposable? TryLock(string name);

    /// <summary>Locks the recovery of what dead processes held; null if another process keeps it for long, or if the store cannot be changed.</summary>
    IDisposable? TryLockRecovery();
}
