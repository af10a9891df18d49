using System;
using System.Collections.Generic;
using System.IO;
using WeComRobot.State;

namespace WeComRobot.Client.Tests.State;

/// <summary>A disk on which files cannot be renamed or removed, for some tries or for good. Nobody waits.</summary>
internal sealed class FailingChanges : FileChanges
{
    /// <summary>What happens instead of a rename, by the two paths; nothing, and the file is renamed, where it gives null.</summary>
    public Func<string, string, Exception?> OnMove { get; set; } = (_, _) => null;

    /// <summary>What happens instead of a removal.</summary>
    public Func<string, Exception?> OnDelete { get; set; } = _ => null;

    public List<int> Waited { get; } = [];

    /// <summary>As Windows says it of a file that a scanner holds.</summary>
    public static IOException Held() => new("The process cannot access the file because it is being used by another process.", unchecked((int)0x80070020));

    /// <summary>As Linux says it of a disk that fails.</summary>
    public static IOException Broken() => new("Input/output error", 5);

    protected override void MoveOnce(string from, string to)
    {
        if (OnMove(from, to) is { } error)
        {
            throw error;
        }

        base.MoveOnce(from, to);
    }

    protected override void DeleteOnce(string path)
    {
        if (OnDelete(path) is { } error)
        {
            throw error;
        }

        base.DeleteOnce(path);
    }

    protected override void Wait(int milliseconds) => Waited.Add(milliseconds);
}
