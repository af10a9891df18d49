using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using WeComRobot.Media;
using WeComRobot.Robots;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>The files of the outbox: finds, writes, renames and removes them.</summary>
/// <param name="folder">The folder.</param>
/// <param name="changes">Renames and removes.</param>
internal sealed class OutboxFiles(string folder, FileChanges changes)
{
    private static readonly StateJson<OutboxEntry> Json = new(OutboxJsonContext.Readable.OutboxEntry, maxBytes: 16 * 1024 * 1024);

    public string Folder => folder;

    /// <summary>Creates the folder if it does not exist.</summary>
    public void CreateFolder() => StateFolder.CreateSubfolder(Path.GetDirectoryName(folder)!, Path.GetFileName(folder));

    /// <summary>The names of all messages and parts, in no order.</summary>
    public OutboxName[] List() => [.. Directory.GetFiles(folder).Select(OutboxName.Parse).OfType<OutboxName>()];

    /// <summary>Creates the group of a new message. It sorts after all others, even if the clock was set back.</summary>
    public string CreateGroup(DateTimeOffset now)
    {
        var newest = List().Select(name => name.Ticks).Where(ticks => ticks < now.AddDays(1).UtcTicks).DefaultIfEmpty().Max();
        return OutboxName.CreateGroup(Math.Max(now.UtcTicks, newest + 1));
    }

    /// <summary>Reads a file; null if it is damaged.</summary>
    public OutboxEntry? Read(OutboxName name) =>
        Json.Read(GetPath(name)) is { Robot: { } robot, Message.ValueKind: JsonValueKind.Object } entry && RobotName.IsValid(robot) ? entry : null;

    /// <summary>Writes an entry to a temporary file and moves it into place. A new part stays temporary until its owner moves it.</summary>
    public void Write(OutboxName name, OutboxEntry entry)
    {
        var next = name with { Kind = OutboxName.Writing };
        Json.WriteThrough(GetPath(next), entry);
        Move(next, name.Kind, name.Owner);
    }

    /// <summary>Keeps a copy of the attached file of a message.</summary>
    public void WriteMedia(OutboxName name, MediaFile file)
    {
        var path = GetMediaDraftPath(name);
        StateFile.WriteThrough(path, file.CopyTo);
        changes.Move(path, GetMediaPath(name));
    }

    public string GetMediaPath(OutboxName name) => Path.Combine(folder, $"{name.Id}.{OutboxName.Media}");

    /// <summary>Renames a file. If several processes try, only one succeeds.</summary>
    /// <returns>Its new name; null if another process was first.</returns>
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

    /// <summary>Removes a message and its attached file.</summary>
    public void Delete(OutboxName name)
    {
        // The message is removed last: if the process dies in between, the next one still finds it and removes both
        changes.Delete(GetMediaPath(name));
        changes.Delete(GetPath(name));
    }

    /// <summary>Marks a message that cannot be removed, so that nobody sends it: by renaming its file, or else by a file beside it.</summary>
    /// <returns>Whether that succeeded.</returns>
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

    /// <summary>Removes a part that was never finished, without retrying.</summary>
    /// <param name="name">The part.</param>
    /// <param name="withMedia">Whether to remove its attached file as well.</param>
    public void DeleteUnfinished(OutboxName name, bool withMedia)
    {
        if (withMedia)
        {
            File.Delete(GetMediaDraftPath(name));
            File.Delete(GetMediaPath(name));
        }

        File.Delete(GetPath(name));
    }

    private string GetPath(OutboxName name) => Path.Combine(folder, name.FileName);

    private string GetMediaDraftPath(OutboxName name) => GetPath(name) + OutboxName.Media;
}
