using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Requests;

/// <summary>Reads request bodies to the end, so that the client always gets a response instead of a broken connection.</summary>
internal static class RequestBody
{
    // The largest file, 20 MiB, and some room for the multipart headers
    public const int MaxBytes = (20 * 1024 * 1024) + (64 * 1024);

    private const int ChunkSize = 64 * 1024;

    /// <returns>Null when the body is longer than <see cref="MaxBytes"/>.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var body = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var fits = true;
            for (int read; (read = await stream.ReadAsync(chunk, cancel)) > 0;)
            {
                fits = fits && body.Length + read <= MaxBytes;
                if (fits)
                {
                    await body.WriteAsync(chunk.AsMemory(0, read), cancel);
                }
            }

            return fits ? body.ToArray() : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
