using System;
using System.Buffers;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Media;

/// <summary>
/// The upload body, written by hand and streamed from the file: .NET's own form is refused or garbles Chinese names
/// (architecture.md#upload-body, service.md#upload-body).
/// </summary>
internal sealed class UploadContent : HttpContent
{
    private const int BlockBytes = 256 * 1024;

    private readonly MediaFile _file;
    private readonly Action<long> _progress;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    /// <param name="file">The file; its owner closes it.</param>
    /// <param name="boundary">A text that does not occur in the file.</param>
    /// <param name="progress">Called with the number of the file's bytes sent so far.</param>
    public UploadContent(MediaFile file, string boundary, Action<long> progress)
    {
        _file = file;
        _progress = progress;
        _head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\n" +
            $"Content-Disposition: form-data; name=\"media\";filename=\"{file.Name}\"; filelength={file.Size}\r\n" +
            "Content-Type: application/octet-stream\r\n\r\n");
        _tail = Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    /// <summary>The <see cref="ContentHash"/> of what was sent; null before the whole file was.</summary>
    public string? ContentKey { get; private set; }

    /// <summary>Long and random enough never to occur in a file.</summary>
    public static string NewBoundary() => "-------------------------" + Guid.NewGuid().ToString("N");

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_head, 0, _head.Length).ConfigureAwait(false);
        ContentKey = await SendFileAsync(stream).ConfigureAwait(false);
        await stream.WriteAsync(_tail, 0, _tail.Length).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends the file, and hashes it on another thread, for that can take as long as sending. One block is read and sent while the last
    /// one is still hashed.
    /// </summary>
    private async Task<string> SendFileAsync(Stream stream)
    {
        using var hash = new ContentHash(_file);
        var hashing = Task.CompletedTask;

        // Arrays of this size, made anew for each upload, would soon cause a full garbage collection
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockBytes), other = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            for (long sent = 0; sent < _file.Size;)
            {
                var (bytes, count) = (block, _file.Read(block, sent));
                await hashing.ConfigureAwait(false);
                hashing = Task.Run(() => hash.Append(bytes, count));
                await stream.WriteAsync(bytes, 0, count).ConfigureAwait(false);
                _progress(sent += count);
                (block, other) = (other, block);
            }
        }
        finally
        {
            await hashing.ConfigureAwait(false);
            ArrayPool<byte>.Shared.Return(block);
            ArrayPool<byte>.Shared.Return(other);
        }

        return hash.Finish();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _file.Size + _tail.Length;
        return true;
    }
}
