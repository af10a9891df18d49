using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The limit of all robots for all processes that share a state folder.</summary>
internal static class MachineLimit
{
    private const string FileName = "limit.json";
    private const int MaxBytes = 4096;

    /// <summary>The limit; null where none is set, or the file holds something else.</summary>
    public static RateLimit? Read(string? folder)
    {
        try
        {
            if (folder is null || Path.Combine(folder, FileName) is var path && !File.Exists(path))
            {
                return null;
            }

            using var content = ReadableFile.Open(path);
            return content is { Length: <= MaxBytes }
                && JsonSerializer.Deserialize(content, MachineLimitContext.Default.RateLimit) is { IsPossible: true } limit ? limit : null;
        }
        catch (Exception e) when (StateFile.IsFileError(e) || e is JsonException)
        {
            return null;
        }
    }

    /// <exception cref="WeComException">StateUnwritable: the file cannot be written.</exception>
    public static void Write(string? folder, RateLimit limit)
    {
        try
        {
            FileSystem.CreatePrivateFolder(folder ?? throw new IOException(Strings.NoStateFolder));
            StateFile.Replace(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(limit, MachineLimitContext.Default.RateLimit), new());
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            throw new WeComException(FailureCause.StateUnwritable, Strings.LimitUnwritable.With(folder, e.Message), Strings.StateRemedy);
        }
    }
}

[JsonSerializable(typeof(RateLimit))]
internal sealed partial class MachineLimitContext : JsonSerializerContext;
