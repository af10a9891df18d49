using System;
using System.IO;
using System.Threading.Tasks;
using StackExchange.Redis;
using WeComRobot.Media;
using WeComRobot.Outbox;
using WeComRobot.Redis.Connection;
using ClientStrings = WeComRobot.Strings;

namespace WeComRobot.Redis.Outbox;

/// <summary>
/// Contents and attached files, which may be large. They travel in steps that a slow line carries in the time that Redis has for an answer,
/// and each step has that time.
/// </summary>
/// <param name="link">The connection.</param>
/// <param name="scripts">The steps.</param>
internal sealed class OutboxContents(RedisLink link, OutboxScripts scripts)
{
    // A smaller chunk is the last of its file
    private const int ChunkBytes = 512 * 1024;

    /// <summary>The content of a part; null if it is gone. That of parts behind it in the listing comes with it, as they are read next.</summary>
    public byte[]? Read(OutboxName name, OutboxListing listing)
    {
        if (listing.TakeContent(name) is { } known)
        {
            return known;
        }

        var batch = listing.GetBatch(name);
        listing.Add(batch, Fetch(redis => scripts.ReadAsync(redis, batch)));
        return listing.TakeContent(name);
    }

    /// <summary>Keeps an attached file, unless others have taken its part over.</summary>
    public bool TryWriteMedia(OutboxName name, MediaFile file)
    {
        var content = new byte[file.Size];
        file.CopyTo(new MemoryStream(content));
        for (var chunk = 0; chunk <= content.Length / ChunkBytes; chunk++)
        {
            var start = chunk * ChunkBytes;
            var bytes = content.AsMemory(start, Math.Min(ChunkBytes, content.Length - start));
            link.RenewBudget();
            if (!link.Ask(redis => scripts.WriteMediaAsync(redis, name, chunk, bytes)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>An attached file; null if it, or a chunk of it, is gone.</summary>
    public MemoryStream? ReadMedia(string id)
    {
        var content = new MemoryStream();
        byte[]? bytes;
        do
        {
            var chunk = (int)(content.Length / ChunkBytes);
            bytes = Fetch(redis => scripts.ReadMediaAsync(redis, id, chunk));
            content.Write(bytes);
        }
        while (bytes?.Length == ChunkBytes);

        content.Position = 0;
        return bytes is null ? null : content;
    }

    /// <summary>Reads a step. An IOException would mean that the content is damaged.</summary>
    private T Fetch<T>(Func<IDatabase, Task<T>> ask)
    {
        try
        {
            link.RenewBudget();
            return link.Ask(ask);
        }
        catch (IOException e)
        {
            throw new WeComException(FailureCause.OutboxUnusable, ClientStrings.OutboxUnusable.With(link.Name, e.Message), Strings.OutboxRemedy);
        }
    }
}
