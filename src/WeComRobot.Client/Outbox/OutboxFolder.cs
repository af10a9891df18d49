using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>The messages that could not be delivered, or are about to be, in one file each. No file holds a key.</summary>
public sealed class OutboxFolder
{
    private const string FolderName = "outbox";
    private readonly OutboxFiles _files;
    private readonly TimeProvider _time;

    /// <summary>An outbox.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="time">The clock. Defaults to the system's.</param>
    public OutboxFolder(string path, TimeProvider? time = null)
        : this(path, time, new())
    {
    }

    internal OutboxFolder(string path, TimeProvider? time, FileChanges changes)
    {
        _files = new(Path.GetFullPath(path), changes);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The outbox of this user, or of all that share WECOM_STATE_DIR.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: this user has no folder for files.</exception>
    public static OutboxFolder OfUser() => StateFolder.Path is { } folder
        ? new(Path.Combine(folder, FolderName))
        : throw new WeComException(FailureCause.OutboxUnwritable, Strings.OutboxUnwritable.With(FolderName, Strings.NoStateFolder), Strings.StateRemedy);

    /// <summary>The messages, in the order of sending.</summary>
    /// <param name="ofRobot">Which robots' messages. Defaults to all.</param>
    /// <exception cref="WeComException">OutboxUnusable: the folder cannot be read.</exception>
    public IReadOnlyList<OutboxItem> Items(Func<string, bool>? ofRobot = null) => Using(() =>
        _files.All().Select(ItemOf).OfType<OutboxItem>().Where(item => ofRobot?.Invoke(item.Robot) != false).ToArray());

    /// <summary>Removes a message that no process holds.</summary>
    /// <returns>Whether it was still there.</returns>
    /// <exception cref="WeComException">OutboxUnusable: it cannot be removed.</exception>
    public bool Remove(OutboxItem item) => Using(() =>
    {
        var owner = OutboxOwner.New(_files.Folder);
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

    /// <summary>Writes down the parts of a message, which this process holds, before anything is sent.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: nothing is kept.</exception>
    internal OutboxBatch Write(string robot, Outgoing outgoing, IProgress<DeliveryEvent>? observer)
    {
        OutboxBatch? batch = null;
        try
        {
            _files.Ensure();
            var owner = OutboxOwner.New(_files.Folder);
            batch = new(_files, owner, observer);
            var group = _files.NewGroup(_time.GetUtcNow());
            var messages = outgoing.ToMessages(mediaId: null);
            for (var part = 1; part <= messages.Count; part++)
            {
                var attachment = part > outgoing.Messages.Count ? outgoing.Attachment : null;
                var entry = OutboxEntry.Create(robot, messages[part - 1], part, messages.Count, attachment, _time.GetUtcNow());
                batch.Add(Write(new(OutboxName.IdOf(group, part), owner.Name, OutboxName.Writing), entry, attachment), entry);
            }

            batch.Finish();
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

    /// <summary>Takes messages for this process. Those that another process has taken meanwhile, or that cannot be read, are left out.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the folder cannot be used.</exception>
    internal OutboxBatch Take(IEnumerable<OutboxItem> items, IProgress<DeliveryEvent>? observer) => Using(() =>
    {
        var owner = OutboxOwner.New(_files.Folder);
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

    /// <summary>The right to deliver a robot's messages, in their order; null while another process has it.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the folder cannot be used.</exception>
    internal IDisposable? TryBeCourier(string robot) => Using(() =>
    {
        _files.Ensure();
        return OutboxOwner.TryBe(_files.Folder, "robot-" + HexHash.Sha256(robot.ToUpperInvariant()));
    });

    /// <summary>What a living process holds is left to it.</summary>
    private OutboxName? Take(OutboxItem item, OutboxOwner owner) =>
        item.Name is { Owner: null } name ? _files.Move(name, OutboxName.Taken, owner.Name) : null;

    /// <summary>Removes a message. If it can be neither removed nor marked, it keeps its state: otherwise one that may have arrived would be sent again.</summary>
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

    private OutboxItem? ItemOf(OutboxName name)
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
            // It was taken or delivered meanwhile
            return null;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return OutboxItem.Damaged(name);
        }
    }

    private T Using<T>(Func<T> work)
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
