using System;
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
    private const int BufferBytes = 64 * 1024;

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

    /// <summary>Long and random enough never to occur in a file.</summary>
    public static string NewBoundary() => "-------------------------" + Guid.NewGuid().ToString("N");

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_head, 0, _head.Length).ConfigureAwait(false);
        _file.Content.Position = 0;
        var buffer = new byte[BufferBytes];
        for (long sent = 0; sent < _file.Size;)
        {
            var wanted = (int)Math.Min(buffer.Length, _file.Size - sent);
            var read = InputFile.Read(_file.Content, buffer, 0, wanted);
            if (read == 0)
            {
                throw InputFile.Invalid(Strings.FileShrank.With(_file.Name, _file.Size, sent));
            }

            await stream.WriteAsync(buffer, 0, read).ConfigureAwait(false);
            _progress(sent += read);
        }

        await stream.WriteAsync(_tail, 0, _tail.Length).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _file.Size + _tail.Length;
        return true;
    }
}
