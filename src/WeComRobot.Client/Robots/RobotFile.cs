using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using WeComRobot.State;

namespace WeComRobot.Robots;

/// <summary>The user's file of registered robots: names, settings and references to secrets, never a key.</summary>
/// <param name="path">Where it is.</param>
internal sealed class RobotFile(string path)
{
    private const string FileName = "robots.json";
    private static readonly StateJson<RobotEntry[]> Json = new(RobotJsonContext.Default.RobotEntryArray, maxBytes: 1024 * 1024);
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Renames the file; tests can make that fail.</summary>
    internal FileChanges Changes { get; init; } = new();

    /// <summary>The file of this user on this machine.</summary>
    public static RobotFile ForCurrentUser() => new(StateFolder.UserFolder is { } folder ? Path.Combine(folder, FileName) : "");

    /// <summary>
    /// Reads the robots. The list is empty if there is no file, or a damaged one, which is moved aside. Returns null, after a warning, if
    /// the file cannot be read now, so that the caller tries again.
    /// </summary>
    internal IReadOnlyList<RobotProfile>? Read(Action<string> warn)
    {
        try
        {
            return Load(warn);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            warn(Strings.RobotFileUnreadable.With(path, e.Message));
            return null;
        }
    }

    /// <summary>Changes the robots that are in the file now, whoever wrote them, and returns the result.</summary>
    /// <exception cref="WeComException">StateUnwritable: it cannot be read or written; it is unchanged.</exception>
    internal IReadOnlyList<RobotProfile> Update(Func<IReadOnlyList<RobotProfile>, IReadOnlyList<RobotProfile>> change, Action<string> warn)
    {
        try
        {
            FileSystem.CreatePrivateFolder(path.Length > 0 ? Path.GetDirectoryName(path)! : throw new IOException(Strings.NoStateFolder));
            using var turn = StateFile.Open(path + ".lock", LockTimeout);
            var robots = change(Load(warn));
            Json.Replace(path, [.. robots.Select(RobotEntry.From)], Changes);
            return robots;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            throw new WeComException(FailureCause.StateUnwritable, Strings.RobotFileUnwritable.With(path, e.Message), Strings.RobotFileRemedy);
        }
    }

    private IReadOnlyList<RobotProfile> Load(Action<string> warn)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        if (Json.Read(path)?.Select(entry => entry?.ToProfile()).ToArray() is { } robots && Array.TrueForAll(robots, robot => robot is not null))
        {
            return robots!;
        }

        warn(Strings.RobotFileMovedAside.With(path, FileChanges.MoveAside(path)));
        return [];
    }
}
