using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>The messages that are being delivered or could not be, each part in a file of its own. No file contains a key.</summary>
public sealed class OutboxFolder
{
    private const string FolderName = "outbox";
    private readonly OutboxFiles _files;
    private readonly OutboxRecovery _recovery;
    private readonly TimeProvider _time;

    /// <summary>Creates an outbox over a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="time">The clock. Defaults to the system's.</param>
    public OutboxFolder(string path, TimeProvider? time = null)
        : this(path, time, new())
    {
    }

    internal OutboxFolder(string path, TimeProvider? time, FileChanges changes)
    {
        _files = new(Path.GetFullPath(path), changes);
        _recovery = new(_files);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The outbox of the current user, or of all who share WECOM_STATE_DIR.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: this user has no folder for files.</exception>
    public static OutboxFolder ForCurrentUser() => StateFolder.Path is { } folder
        ? new(Path.Combine(folder, FolderName))
        : throw new WeComException(FailureCause.OutboxUnwritable, Strings.OutboxUnwritable.With(FolderName, Strings.NoStateFolder), Strings.StateRemedy);

    /// <summary>Gets the messages, in the order of sending.</summary>
    /// <param name="isRobot">Whether to include the messages of a robot, given its name. Defaults to all.</param>
    /// <exception cref="WeComException">OutboxUnusable: the folder cannot be read.</exception>
    public IReadOnlyList<OutboxItem> GetItems(Func<string, bool>? isRobot = null) => WrapFileErrors(() =>
        _recovery.List().Select(ReadItem).OfType<OutboxItem>().Where(item => isRobot?.Invoke(item.Robot) != false).ToArray());

    /// <summary>Removes a message that no process holds.</summary>
    /// <returns>Whether it was still there.</returns>
    /// <exception cref="WeComException">OutboxUnusable: it cannot be removed.</exception>
    public bool Remove(OutboxItem item) => WrapFileErrors(() =>
    {
        var owner = OutboxOwner.Create(_files.Folder);
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
    internal OutboxBatch Write(string robot, Outgoing outgoing, IProgress<DeliveryEvent>? observer)
    {
        OutboxBatch? batch = null;
        try
        {
            _files.CreateFolder();
            var owner = OutboxOwner.Create(_files.Folder);
            batch = new(_files, owner, observer);
            var group = _files.CreateGroup(_time.GetUtcNow());
            var messages = outgoing.ToMessages(mediaId: null);
            for (var part = 1; part <= messages.Count; part++)
            {
                var attachment = part > outgoing.Messages.Count ? outgoing.Attachment : null;
                var entry = OutboxEntry.Create(robot, messages[part - 1], part, messages.Count, attachment, _time.GetUtcNow());
                batch.Add(Write(new(OutboxName.CreateId(group, part), owner.Name, OutboxName.Writing), entry, attachment), entry);
            }

            batch.Commit();
            return batch;
        }
        catch (Exception e) when (e is WeComException || StateFile.IsFileError(e))
        {
            batch?.Discard();
            batch?.Dispose();
            throw e as WeComException
                ?? new(FailureCause.OutboxUnwritable, Strings.OutboxUnwritable.With(_files.Folder, e.Message), Strings.StateRemedy);
        }
    }

    /// <summary>Takes messages for this process. Those that another process has taken in the meantime, or that cannot be read, are left out.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the folder cannot be used.</exception>
    internal OutboxBatch Take(IEnumerable<OutboxItem> items, IProgress<DeliveryEvent>? observer) => WrapFileErrors(() =>
    {
        var owner = OutboxOwner.Create(_files.Folder);
        var batch = new OutboxBatch(_files, owner, observer);
        try
        {
            foreach (var item in items.Where(item => item.Message is not null).OrderBy(item => item.Media is not null))
            {
                if (Take(item, owner) is { } taken && _files.Read(taken) is { } entry)
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
    /// <exception cref="WeComException">OutboxUnusable: the folder cannot be used.</exception>
    internal IDisposable? TryLockRobot(string robot) => WrapFileErrors(() =>
    {
        _files.CreateFolder();
        return OutboxOwner.TryAcquire(_files.Folder, "robot-" + HexHash.Sha256(robot.ToUpperInvariant()));
    });

    /// <summary>Takes a message for the owner; null if another process holds it.</summary>
    private OutboxName? Take(OutboxItem item, OutboxOwner owner) =>
        item.Name is { Owner: null } name ? _files.Move(name, OutboxName.Taken, owner.Name) : null;

    /// <summary>
    /// Removes a message. If it can be neither removed nor marked as done, its state is restored, so that one that may have arrived is not
    /// sent again.
    /// </summary>
    private void Remove(OutboxName taken, OutboxName before)
    {
        try
        {
            _files.Delete(taken);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            if (!_files.TryMarkDone(taken))
            {
                _files.Move(taken, before.Kind, null);
                throw;
            }
        }
    }

    private OutboxName Write(OutboxName name, OutboxEntry entry, MediaFile? attachment)
    {
        _files.Write(name, entry);
        if (attachment is not null)
        {
            _files.WriteMedia(name, attachment);
        }

        return name;
    }

    private OutboxItem? ReadItem(OutboxName name)
    {
        try
        {
            return _files.Read(name) is { } entry ? entry.ToItem(name) : OutboxItem.Damaged(name);
        }
        catch (WeComException)
        {
            return OutboxItem.Damaged(name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // It was taken or delivered in the meantime
            return null;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return OutboxItem.Damaged(name);
        }
    }

    private T WrapFileErrors<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            throw new WeComException(FailureCause.OutboxUnusable, Strings.OutboxUnusable.With(_files.Folder, e.Message), Strings.StateRemedy);
        }
    }
}
