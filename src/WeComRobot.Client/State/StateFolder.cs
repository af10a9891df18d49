using System;
using System.IO;

namespace WeComRobot.State;

/// <summary>Where the module keeps what outlives a process: rate windows, media ids, robots, the outbox. Never a key.</summary>
internal static class StateFolder
{
    /// <summary>The variable that names another folder, which several accounts may share as far as its permissions allow.</summary>
    public const string EnvironmentVariable = "WECOM_STATE_DIR";

    private const string Name = "WeComRobot";

    /// <summary>The folder that the environment names. Defaults to this user's; null for a user without a folder for files.</summary>
    public static string? Path => Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } given ? given : UserFolder;

    /// <summary>The folder of this user on this machine; null for a user without a folder for files.</summary>
    internal static string? UserFolder =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home
            ? System.IO.Path.Combine(home, Name)
            : null;

    /// <summary>Creates a folder inside, unless it exists, with the permissions of the state folder, and returns its path.</summary>
    /// <param name="folder">The state folder; if it is missing it is created for its owner alone.</param>
    /// <param name="name">The name of the folder inside.</param>
    internal static string CreateSubfolder(string folder, string name)
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
