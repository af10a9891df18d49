using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>Keeps each part in a file of its own, and its state in the file's name. No file contains a key.</summary>
/// <param name="folder">The folder.</param>
/// <param name="changes">Renames and removes.</param>
internal sealed class OutboxFolder(string folder, FileChanges changes) : IOutboxStore
{
    public string Place => folder;

    public string Remedy => Strings.StateRemedy;

    public OutboxName[] List() => Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(OutboxName.Parse).OfType<OutboxName>()] : [];

    public string CreateGroup(DateTimeOffset now)
    {
        var newest = List().Select(name => name.Ticks).Where(ticks => ticks < now.AddDays(1).UtcTicks).DefaultIfEmpty().Max();
        return OutboxName.CreateGroup(Math.Max(now.UtcTicks, newest + 1));
    }

    public OutboxEntry? Read(OutboxName name) =>
        OutboxEntry.Json.Read(GetPath(name)) is { IsWhole: true } entry ? entry : null;

    /// <summary>Writes an entry to a temporary file and moves it into place. A new part stays temporary until its owner moves it.</summary>
    public void Write(OutboxName name, OutboxEntry entry)
    {
        var next = name with { Kind = OutboxName.Writing };
        OutboxEntry.Json.WriteThrough(GetPath(next), entry);
        try
        {
            Move(next, name.Kind, name.Owner);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            File.Delete(GetPath(next));
            throw;
        }
    }

    public void WriteMedia(OutboxName name, MediaFile file)
    {
        var path = GetMediaDraftPath(name);
        StateFile.WriteThrough(path, file.CopyTo);
        changes.Move(path, GetMediaPath(name));
    }

    public OutboxName[] Commit(IReadOnlyList<OutboxName> names) => [.. names.Select(name => Move(name, OutboxName.Taken, name.Owner) ?? name)];

    public MediaFile OpenMedia(OutboxName name, OutboxEntry entry) => MediaFile.Open(GetMediaPath(name), entry.MediaType!.Value, entry.MediaName);

    public OutboxName? Move(OutboxName name, string kind, string? owner)
    {
        var to = name with { Kind = kind, Owner = owner };
        if (to == name)
        {
            return name;
        }

        try
        {
            changes.Move(GetPath(name), GetPath(to));
            return to;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public void Delete(OutboxName name)
    {
        // The message is removed last: if the process dies in between, the next one still finds it and removes both
        changes.Delete(GetMediaPath(name));
        changes.Delete(GetPath(name));
    }

    /// <summary>Renames the file, or else puts a file beside it.</summary>
    public bool TryMarkDone(OutboxName name)
    {
        var done = name with { Owner = null, Kind = OutboxName.Done };
        try
        {
            changes.Move(GetPath(name), GetPath(done));
            return true;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            // A file beside it can mark it, too
        }

        try
        {
            FileSystem.OpenExclusive(GetPath(done)).Dispose();
            return true;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return false;
        }
    }

    public void DeleteUnfinished(OutboxName name, bool withMedia)
    {
        if (withMedia)
        {
            File.Delete(GetMediaDraftPath(name));
            File.Delete(GetMediaPath(name));
        }

        File.Delete(GetPath(name));
    }

    public IOutboxOwner CreateOwner()
    {
        StateFolder.CreateSubfolder(Path.GetDirectoryName(folder)!, Path.GetFileName(folder));
        return OutboxOwner.Create(folder);
    }

    public bool IsDead(string owner) => OutboxOwner.IsDead(folder, owner);

    /// <summary>The system lets go of what a process held as soon as it dies.</summary>
    public Task UntilKnownAsync(string holder, CancellationToken cancellationToken) => Task.CompletedTask;

    public IDisposable? TryLock(string name)
    {
        StateFolder.CreateSubfolder(Path.GetDirectoryName(folder)!, Path.GetFileName(folder));
        return OutboxOwner.TryAcquire(folder, name);
    }

    public IDisposable? TryLockRecovery() => OutboxOwner.TryAcquireRecovery(folder);

    private string GetMediaPath(OutboxName name) => Path.Combine(folder, $"{name.Id}.{OutboxName.Media}");

    private string GetPath(OutboxName name) => Path.Combine(folder, name.FileName);

    private string GetMediaDraftPath(OutboxName name) => GetPath(name) + OutboxName.Media;
}
