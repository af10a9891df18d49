using System;
using System.IO;

namespace WeComRobot.State;

/// <summary>Where the module keeps what outlives a process: rate windows, media ids, robots, the outbox. Never a key.</summary>
public static class StateFolder
{
    /// <summary>Names another folder; several accounts may share it, as far as its permissions let them.</summary>
    public const string EnvironmentVariable = "WECOM_STATE_DIR";

    private const string Name = "WeComRobot";

    /// <summary>The folder that the environment names, else this user's; null for a user who has no place for files.</summary>
    public static string? Path => Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } given ? given : OfUser;

    /// <summary>The folder of this user on this machine.</summary>
    internal static string? OfUser =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home
            ? System.IO.Path.Combine(home, Name)
            : null;

    /// <summary>A folder inside, made where there is none, with the permissions of the one that it is in.</summary>
    /// <param name="folder">The state folder; where missing it is made for its owner alone.</param>
    /// <param name="name">The name of the folder inside.</param>
    internal static string Inside(string folder, string name)
    {
        var path = System.IO.Path.Combine(folder, name);
        if (!Directory.Exists(path))
        {
            FileSystem.CreatePrivateFolder(folder);
            FileSystem.CreateFolderLike(folder, path);
        }

        return path;
    }
}
