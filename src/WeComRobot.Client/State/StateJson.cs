using System;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WeComRobot.State;

/// <summary>
/// Reads and writes all state as JSON, which is the whole of a file, or the one line of a file that is held open. The caller decides
/// what to do about a damaged file.
/// </summary>
/// <param name="type">The value's serializer, generated at build time.</param>
/// <param name="maxBytes">The most bytes that are read; a larger file is damaged.</param>
internal sealed class StateJson<T>(JsonTypeInfo<T> type, int maxBytes)
    where T : class
{
    // People may edit these files in editors that write UTF-16; bytes that are not valid text must not be read as text
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole file, which others may replace in the meantime.</summary>
    /// <returns>The value; null if the file is empty, no file, or damaged.</returns>
    /// <exception cref="IOException">It cannot be read now; others of <see cref="StateFile.IsFileError"/> as well.</exception>
    public T? Read(string path)
    {
        using var file = ReadableFile.Open(path);
        if (file is null || file.Length > maxBytes)
        {
            return null;
        }

        return Read(file);
    }

    /// <summary>Reads a whole stream.</summary>
    /// <returns>The value; null if it is empty or damaged.</returns>
    public T? Read(Stream stream)
    {
        try
        {
            using var reader = new StreamReader(stream, Strict);
            return JsonSerializer.Deserialize(reader.ReadToEnd(), type);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Replaces the whole file. Readers see the old or the new value, even after a crash.</summary>
    public void Replace(string path, T value, FileChanges changes) => StateFile.Replace(path, ToBytes(value), changes);

    /// <summary>Writes a new file through to the disk. A crash may leave half of it, so nobody may read it under this name.</summary>
    public void WriteThrough(string path, T value)
    {
        var content = ToBytes(value);
        StateFile.WriteThrough(path, file => file.Write(content, 0, content.Length));
    }

    /// <summary>Reads the line of a file that is held open.</summary>
    /// <returns>The value; null if the file is new or damaged.</returns>
    public T? ReadLine(FileStream file)
    {
        try
        {
            return StateFile.ReadLine(file, maxBytes) is { Length: > 0 } line ? JsonSerializer.Deserialize(line, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the line of a file that is held open; a crash leaves the old or the new value.</summary>
    public void WriteLine(FileStream file, T value) => StateFile.WriteLine(file, ToBytes(value));

    /// <summary>The whole content of a file that has this value.</summary>
    public byte[] ToBytes(T value) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
