using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace WeComRobot.Robots;

/// <summary>The user's file of registered robots: names, settings and references to secrets, never a key.</summary>
/// <param name="path">Where it is.</param>
public sealed class RobotFile(string path)
{
    private const string Folder = "WeComRobot";
    private const string FileName = "robots.json";

    /// <summary>The file of this user on this machine.</summary>
    public static RobotFile OfUser() => new(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), Folder, FileName));

    /// <summary>The robots; none where there is no file. One that cannot be read is moved aside and told of, never dropped.</summary>
    internal IReadOnlyList<RobotProfile> Read(Action<string> warn)
    {
        try
        {
            var entries = File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), RobotJsonContext.Default.RobotEntryArray) : [];
            return [.. (entries ?? throw new JsonException()).Select(entry => entry.ToProfile())];
        }
        catch (Exception e) when (e is JsonException or WeComException or NotSupportedException)
        {
            warn(MoveAside());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warn(Strings.RobotFileUnreadable.With(path, e.Message));
        }

        return [];
    }

    /// <summary>Replaces the robots by what another process may have left there, changed; gives what it then holds.</summary>
    /// <exception cref="WeComException">RobotNotFound: it cannot be written.</exception>
    internal IReadOnlyList<RobotProfile> Update(Func<IReadOnlyList<RobotProfile>, IReadOnlyList<RobotProfile>> change, Action<string> warn)
    {
        var robots = change(Read(warn));
        try
        {
            PrivateFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(
                [.. robots.Select(RobotEntry.Of)], RobotJsonContext.Default.RobotEntryArray));
            return robots;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WeComException(FailureCause.RobotNotFound, Strings.RobotFileUnwritable.With(path, e.Message), Strings.RobotFileRemedy);
        }
    }

    private string MoveAside()
    {
        var aside = $"{path}.bad-{DateTime.UtcNow:yyyyMMddHHmmssfff}";
        try
        {
            File.Move(path, aside);
            return Strings.RobotFileMovedAside.With(path, aside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Strings.RobotFileUnreadable.With(path, e.Message);
        }
    }
}
