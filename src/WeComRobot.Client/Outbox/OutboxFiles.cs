using System;
using System.Collections.Generic;
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

    /// <summary>Makes the folder if it does not exist.</summary>
    public void Ensure() => StateFolder.CreateSubfolder(Path.GetDirectoryName(folder)!, Path.GetFileName(folder));

    /// <summary>All messages, in the order of sending. What a dead process held is given back first.</summary>
    public IReadOnlyList<OutboxName> All()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        // One process at a time: a process that lists the files while another renames one would miss it and deliver the next
        using var sorter = OutboxOwner.TrySort(folder);
        var names = Directory.GetFiles(folder).Select(OutboxName.Parse).OfType<OutboxName>().ToArray();
        return [.. GiveBack(LeftToDo(names)).Where(name => name.Kind != OutboxName.Writing).OrderBy(name => name.Id, StringComparer.Ordinal)];
    }

    /// <summary>The name of a new message. It comes after all others, even if the clock was set back.</summary>
    public string NewGroup(DateTimeOffset now)
    {
        var newest = Directory.GetFiles(folder).Select(OutboxName.Parse).Select(name => name?.Ticks ?? 0)
            .Where(ticks => ticks < now.AddDays(1).UtcTicks).DefaultIfEmpty().Max();
        return OutboxName.GroupOf(Math.Max(now.UtcTicks, newest + 1));
    }

    /// <summary>What a file holds; null if it cannot be read.</summary>
    public OutboxEntry? Read(OutboxName name) =>
        Json.Read(PathOf(name)) is { Robot: { } robot, Message.ValueKind: JsonValueKind.Object } entry && RobotName.IsValid(robot) ? entry : null;

    /// <summary>Writes an entry beside its file and moves it into its place. The owner moves a new one.</summary>
    public void Write(OutboxName name, OutboxEntry entry)
    {
        var next = name with { Kind = OutboxName.Writing };
        Json.WriteThrough(PathOf(next), entry);
        Move(next, name.Kind, name.Owner);
    }

    /// <summary>Keeps a copy of the file that a message carries.</summary>
    public void WriteMedia(OutboxName name, MediaFile file)
    {
        var path = PathOf(name) + OutboxName.Media;
        StateFile.WriteThrough(path, file.CopyTo);
        changes.Move(path, MediaPath(name));
    }

    public string MediaPath(OutboxName name) => Path.Combine(folder, $"{name.Id}.{OutboxName.Media}");

    /// <summary>Renames a file. Of several processes, one succeeds.</summary>
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
            changes.Move(PathOf(name), PathOf(to));
            return to;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes a message and the file that it carries.</summary>
    public void Delete(OutboxName name)
    {
        // The message goes last: if the process dies here, the next one still finds it and removes both
        changes.Delete(MediaPath(name));
        changes.Delete(PathOf(name));
    }

    /// <summary>Marks a message that cannot be removed, so that nobody sends it: by its file's name, else by a file beside it.</summary>
    /// <returns>Whether that succeeded.</returns>
    public bool TryMarkDone(OutboxName name)
    {
        var done = name with { Owner = null, Kind = OutboxName.Done };
        try
        {
            changes.Move(PathOf(name), PathOf(done));
            return true;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            // A file beside it marks it as well
        }

        try
        {
            FileSystem.OpenExclusive(PathOf(done)).Dispose();
            return true;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return false;
        }
    }

    private string PathOf(OutboxName name) => Path.Combine(folder, name.FileName);

    /// <summary>The messages without those marked as done, which are removed if possible.</summary>
    private OutboxName[] LeftToDo(OutboxName[] names)
    {
        var done = names.Where(name => name.Kind == OutboxName.Done).Select(name => name.Id).ToArray();
        foreach (var group in names.Where(name => done.Contains(name.Id)).GroupBy(name => name.Id))
        {
            try
            {
                // The mark goes last: as long as it is there, nobody sends what is left
                foreach (var name in group.OrderBy(name => name.Kind == OutboxName.Done))
                {
                    Delete(name);
                }
            }
            catch (Exception e) when (StateFile.IsFileError(e))
            {
                // The next look at the outbox tries again
            }
        }

        return [.. names.Where(name => !done.Contains(name.Id))];
    }

    /// <summary>Sorts what dead processes held. A file that cannot be changed now stays theirs.</summary>
    private IEnumerable<OutboxName> GiveBack(IReadOnlyList<OutboxName> names)
    {
        // The first look at an owner's file removes it, so it is asked once for all that the owner held
        var dead = names.Select(name => name.Owner).OfType<string>().Distinct().Where(owner => OutboxOwner.IsDead(folder, owner)).ToArray();
        foreach (var name in names)
        {
            if (!dead.Contains(name.Owner))
            {
                yield return name;
            }
            else if (GiveBack(name, names) is { } given)
            {
                yield return given;
            }
        }
    }

    private OutboxName? GiveBack(OutboxName name, IReadOnlyList<OutboxName> names)
    {
        try
        {
            return name.Kind switch
            {
                OutboxName.Posting => Move(name, OutboxName.Unknown, null),
                OutboxName.Taken => Move(name, names.Any(other => other.Group == name.Group && IsUnknown(other)) ? OutboxName.Unknown : OutboxName.Pending, null),
                _ => GiveBackUnfinished(name, names),
            };
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return name;
        }
    }

    /// <summary>A message stays together: if a part may have arrived, the later ones wait for the user as well.</summary>
    private static bool IsUnknown(OutboxName name) => name.Kind is OutboxName.Posting or OutboxName.Unknown;

    /// <summary>
    /// All parts of a message are written before the first of them is renamed to be a message. Unfinished parts beside a finished one
    /// are therefore whole; without one there never was a message. New content for a part that has a file already is dropped.
    /// </summary>
    private OutboxName? GiveBackUnfinished(OutboxName name, IReadOnlyList<OutboxName> names)
    {
        var finished = names.Where(other => other.Kind != OutboxName.Writing && other.Group == name.Group).ToArray();
        if (finished.Length > 0 && finished.All(other => other.Id != name.Id))
        {
            return Move(name, OutboxName.Pending, null);
        }

        if (finished.Length == 0)
        {
            File.Delete(PathOf(name) + OutboxName.Media);
            File.Delete(MediaPath(name));
        }

        File.Delete(PathOf(name));
        return null;
    }
}
