using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Requests;

/// <summary>Reads request bodies to their end, so that the caller always gets an answer rather than a broken pipe.</summary>
internal static class RequestBody
{
    // The largest file of 20 MiB with room for its multipart wrapping
    public const int MostKept = (20 * 1024 * 1024) + (64 * 1024);

    private const int ChunkSize = 64 * 1024;

    /// <returns>Null where the body is longer than <see cref="MostKept"/>.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var kept = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var fits = true;
            for (int read; (read = await stream.ReadAsync(chunk, cancel)) > 0;)
            {
                fits = fits && kept.Length + read <= MostKept;
                if (fits)
                {
                    await kept.WriteAsync(chunk.AsMemory(0, read), cancel);
                }
            }

            return fits ? kept.ToArray() : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
