using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using WeComRobot.Media;
using WeComRobot.State;

namespace WeComRobot.Delivery.Outbox;

/// <summary>The files of the outbox, and what is done with one of them.</summary>
/// <param name="folder">The folder.</param>
internal sealed class OutboxFiles(string folder)
{
    private const int MaxEntryBytes = 16 * 1024 * 1024;

    public string Folder => folder;

    /// <summary>Makes the folder where there is none.</summary>
    public void Ensure() => StateFolder.Inside(Path.GetDirectoryName(folder)!, Path.GetFileName(folder));

    /// <summary>All messages, in the order of sending. What a process held that died is given back first.</summary>
    public IReadOnlyList<OutboxName> All()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var names = Directory.GetFiles(folder).Select(OutboxName.Parse).OfType<OutboxName>().ToArray();
        return [.. GiveBack(names).Where(name => name.Kind != OutboxName.Writing).OrderBy(name => name.Id, StringComparer.Ordinal)];
    }

    /// <summary>The name of a new message, after all others even where the clock was set back.</summary>
    public string NewGroup(DateTimeOffset now)
    {
        var newest = Directory.GetFiles(folder).Select(OutboxName.Parse).Select(name => name?.Ticks ?? 0)
            .Where(ticks => ticks < now.AddDays(1).UtcTicks).DefaultIfEmpty().Max();
        return OutboxName.GroupOf(Math.Max(now.UtcTicks, newest + 1));
    }

    /// <summary>What a file holds; null where that cannot be read.</summary>
    public OutboxEntry? Read(OutboxName name)
    {
        try
        {
            // A pipe has no length, and would be waited for
            if (new FileInfo(PathOf(name)).Length is 0 or > MaxEntryBytes)
            {
                return null;
            }

            using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var entry = JsonSerializer.Deserialize(file, OutboxJsonContext.Default.OutboxEntry);
            return entry is { Robot: not null, Message.ValueKind: JsonValueKind.Object } ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes an entry beside its file, and then into its place; a new one is moved by its owner.</summary>
    public void Write(OutboxName name, OutboxEntry entry)
    {
        var next = name with { Kind = OutboxName.Writing };
        var content = JsonSerializer.SerializeToUtf8Bytes(entry, OutboxJsonContext.Readable.OutboxEntry);
        using (var file = Shims.OpenAlone(PathOf(next)))
        {
            file.Write(content, 0, content.Length);
            file.Flush(flushToDisk: true);
        }

        Move(next, name.Kind, name.Owner);
    }

    /// <summary>Keeps a copy of the file that a message carries.</summary>
    public void WriteMedia(OutboxName name, MediaFile file)
    {
        var path = PathOf(name) + OutboxName.Media;
        using (var copy = Shims.OpenAlone(path))
        {
            file.Content.Position = 0;
            file.Content.CopyTo(copy);
            copy.Flush(flushToDisk: true);
        }

        Shims.ReplaceFile(path, MediaPath(name));
    }

    public string MediaPath(OutboxName name) => Path.Combine(folder, $"{name.Id}.{OutboxName.Media}");

    /// <summary>Renames a file, which one process alone succeeds in.</summary>
    /// <returns>Its new name; null where another process was first.</returns>
    public OutboxName? Move(OutboxName name, string kind, string? owner)
    {
        try
        {
            var to = name with { Kind = kind, Owner = owner };
            Shims.ReplaceFile(PathOf(name), PathOf(to));
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
        // The message last: as long as it is there, a process that dies here leaves nothing that nobody looks for
        File.Delete(MediaPath(name));
        File.Delete(PathOf(name));
    }

    private string PathOf(OutboxName name) => Path.Combine(folder, name.FileName);

    /// <summary>A message that a dead process had not begun to post waits again; one that it had may have arrived; one that it was writing never was one.</summary>
    private IEnumerable<OutboxName> GiveBack(IReadOnlyList<OutboxName> names)
    {
        // An owner's file goes with the first look: asked once for all that it held
        var dead = names.Select(name => name.Owner).OfType<string>().Distinct().Where(owner => OutboxOwner.IsDead(folder, owner)).ToArray();
        foreach (var name in names)
        {
            if (!dead.Contains(name.Owner))
            {
                yield return name;
            }
            else if (name.Kind == OutboxName.Writing)
            {
                DeleteUnwritten(name, isNew: names.All(other => other == name || other.Id != name.Id));
            }
            else if (Move(name, name.Kind == OutboxName.Posting ? OutboxName.Unknown : OutboxName.Pending, null) is { } given)
            {
                yield return given;
            }
        }
    }

    /// <summary>Of a message that was there before only the new content is dropped.</summary>
    private void DeleteUnwritten(OutboxName name, bool isNew)
    {
        if (isNew)
        {
            File.Delete(PathOf(name) + OutboxName.Media);
            File.Delete(MediaPath(name));
        }

        File.Delete(PathOf(name));
    }
}
