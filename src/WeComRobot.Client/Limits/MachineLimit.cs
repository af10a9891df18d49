using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.Limits;

/// <summary>The limit of all robots for all processes that share a state folder.</summary>
internal static class MachineLimit
{
    private const string FileName = "limit.json";
    private const int MaxBytes = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The limit; null where none is set, or the file holds something else.</summary>
    public static RateLimit? Read(string? folder)
    {
        try
        {
            if (folder is null || Path.Combine(folder, FileName) is var path && !File.Exists(path))
            {
                return null;
            }

            using var file = StateFile.Open(path, Patience);
            var limit = JsonSerializer.Deserialize(StateFile.ReadLine(file, MaxBytes) ?? [], MachineLimitContext.Default.RateLimit);
            return limit is { IsPossible: true } ? limit : null;
        }
        catch (Exception e) when (StateFile.IsTrouble(e) || e is JsonException)
        {
            return null;
        }
    }

    /// <exception cref="WeComException">StateUnwritable: the file cannot be written.</exception>
    public static void Write(string? folder, RateLimit limit)
    {
        try
        {
            Shims.CreatePrivateFolder(folder ?? throw new IOException(Strings.NoStateFolder));
            using var file = StateFile.Open(Path.Combine(folder, FileName), Patience);
            StateFile.WriteLine(file, JsonSerializer.SerializeToUtf8Bytes(limit, MachineLimitContext.Default.RateLimit));
        }
        catch (Exception e) when (StateFile.IsTrouble(e))
        {
            throw new WeComException(FailureCause.StateUnwritable, Strings.LimitUnwritable.With(folder, e.Message), Strings.StateRemedy);
        }
    }
}

[JsonSerializable(typeof(RateLimit))]
internal sealed partial class MachineLimitContext : JsonSerializerContext;
