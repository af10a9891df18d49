using System;
using System.IO;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The rate limit that applies to all robots, for all processes that share a state folder.</summary>
internal static class MachineLimit
{
    private const string FileName = "limit.json";

    private static readonly StateJson<RateLimit> Json = new(MachineLimitContext.Default.RateLimit, maxBytes: 4096);

    /// <summary>The limit; null if none is set, or the file cannot be read or is damaged.</summary>
    public static RateLimit? Read(string? folder)
    {
        try
        {
            return folder is not null && Path.Combine(folder, FileName) is var path && File.Exists(path) && Json.Read(path) is { IsPossible: true } limit
                ? limit
                : null;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
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
            Json.Replace(Path.Combine(folder, FileName), limit, new());
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            throw new WeComException(FailureCause.StateUnwritable, Strings.LimitUnwritable.With(folder, e.Message), Strings.StateRemedy);
        }
    }
}

[JsonSerializable(typeof(RateLimit))]
internal sealed partial class MachineLimitContext : JsonSerializerContext;
