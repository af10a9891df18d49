using System;
using System.IO;

namespace WeComRobot.Media;

/// <summary>
/// A file that has passed the checks of its type (service.md#upload-limits). It stays open, so that what is sent is what was checked.
/// </summary>
public sealed class MediaFile : IDisposable
{
    /// <summary>A file must be larger than this, strictly.</summary>
    public const long MinBytesExclusive = 5;

    /// <summary>The most bytes of a file: 20 MiB.</summary>
    public const long MaxFileBytes = 20 * 1024 * 1024;

    /// <summary>The most bytes of a voice: 2 MiB.</summary>
    public const long MaxVoiceBytes = 2 * 1024 * 1024;

    /// <summary>The longest voice: 60 seconds.</summary>
    public static readonly TimeSpan MaxVoiceDuration = TimeSpan.FromSeconds(60);

    private MediaFile(Stream content, MediaType type, string name)
    {
        Content = content;
        Type = type;
        WantedName = name;
        Size = content.Length;
        Name = UploadName.Safe(name);
    }

    /// <summary>File or voice.</summary>
    public MediaType Type { get; }

    /// <summary>The name that members see: the wanted one without what the upload header cannot carry.</summary>
    public string Name { get; }

    /// <summary>The name that was asked for.</summary>
    public string WantedName { get; }

    /// <summary>The size in bytes when it was opened; a log that grows in the meantime is sent only up to here.</summary>
    public long Size { get; }

    internal Stream Content { get; }

    /// <summary>Opens and checks a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="type">The type of the upload.</param>
    /// <param name="name">The name to show. Defaults to the file's own.</param>
    /// <exception cref="WeComException">FileNotFound, or InvalidMedia with rule, limit and actual size.</exception>
    public static MediaFile Open(string path, MediaType type, string? name = null) =>
        RequireValid(new(InputFile.Open(path), type, name ?? Path.GetFileName(path)), path);

    /// <summary>Creates a file from bytes in memory.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">The name to show.</param>
    /// <exception cref="WeComException">InvalidMedia with rule, limit and actual size.</exception>
    public static MediaFile FromBytes(byte[] content, string name) => FromStream(new MemoryStream(content, writable: false), name);

    /// <summary>Creates a file from any stream that can be read twice.</summary>
    internal static MediaFile FromStream(Stream content, string name, MediaType type = MediaType.File) => RequireValid(new(content, type, name), name);

    /// <summary>Detects the type: voice for a file that begins like AMR, file for any other.</summary>
    /// <exception cref="WeComException">FileNotFound, or InvalidMedia if it cannot be read.</exception>
    public static MediaType DetectType(string path)
    {
        using var content = InputFile.Open(path);
        return AmrDuration.IsAmr(content) ? MediaType.Voice : MediaType.File;
    }

    /// <summary>Reads some of the bytes that were checked, never of those that have been added to a log since.</summary>
    /// <returns>How many bytes were read; at least one.</returns>
    /// <exception cref="WeComException">InvalidMedia: it cannot be read, or has become shorter.</exception>
    internal int Read(byte[] block, long offset)
    {
        Content.Position = offset;
        var read = InputFile.Read(Content, block, 0, (int)Math.Min(block.Length, Size - offset));
        return read > 0 ? read : throw InputFile.Invalid(Strings.FileShrank.With(Name, Size, offset));
    }

    /// <summary>Copies the bytes that were checked.</summary>
    /// <exception cref="WeComException">InvalidMedia: it cannot be read, or has become shorter.</exception>
    internal void CopyTo(Stream copy)
    {
        // Blocks are large, because each is written through to the disk before the next is read
        var block = new byte[Math.Min(1024 * 1024, Size)];
        for (long copied = 0; copied < Size;)
        {
            var read = Read(block, copied);
            copy.Write(block, 0, read);
            copied += read;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => Content.Dispose();

    private static MediaFile RequireValid(MediaFile file, string path)
    {
        try
        {
            file.Check(path);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private void Check(string path)
    {
        if (Name.Length == 0)
        {
            throw InputFile.Invalid(Strings.UploadNameEmpty);
        }

        if (Size <= MinBytesExclusive)
        {
            throw InputFile.Invalid(Strings.MediaTooSmall.With(path, Size, MinBytesExclusive));
        }

        var limit = Type == MediaType.Voice ? MaxVoiceBytes : MaxFileBytes;
        if (Size > limit)
        {
            throw InputFile.Invalid(Strings.MediaTooLarge.With(path, Size, Type.ToString().ToLowerInvariant(), limit), Strings.MediaShrink);
        }

        if (Type == MediaType.Voice)
        {
            CheckDuration(path);
        }
    }

    private void CheckDuration(string path)
    {
        var duration = AmrDuration.Read(Content, path);
        Content.Position = 0;
        if (duration > MaxVoiceDuration)
        {
            throw InputFile.Invalid(Strings.VoiceTooLong.With(path, duration.TotalSeconds, MaxVoiceDuration.TotalSeconds), Strings.VoiceShorten);
        }
    }
}
