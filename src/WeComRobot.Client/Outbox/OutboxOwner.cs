using System;
using System.IO;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>
/// A claim of this process on messages, on a robot or on the folder. It keeps a file open, which the system closes if the process dies.
/// </summary>
internal sealed class OutboxOwner : IOutboxOwner, IDisposable
{
    private const string Extension = ".lock";
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(2);

    private readonly FileStream _held;

    private OutboxOwner(string name, FileStream held)
    {
        Name = name;
        _held = held;
    }

    public string Name { get; }

    /// <summary>A new owner in the outbox's folder.</summary>
    public static OutboxOwner Create(string folder)
    {
        var name = Guid.NewGuid().ToString("N");
        return new(name, StateFile.Open(Path.Combine(folder, name + Extension), LockTimeout));
    }

    /// <summary>Claims a name; null while another process holds it.</summary>
    public static OutboxOwner? TryAcquire(string folder, string name)
    {
        try
        {
            return new(name, StateFile.Open(Path.Combine(folder, name + Extension), TimeSpan.Zero));
        }
        catch (IOException e) when (StateFile.IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Claims the recovery of what dead processes held; null if another process keeps it for long, or if the folder is read-only.</summary>
    public static OutboxOwner? TryAcquireRecovery(string folder)
    {
        const string name = "sorting";
        try
        {
            return new(name, StateFile.Open(Path.Combine(folder, name + Extension), LockTimeout));
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return null;
        }
    }

    /// <summary>Whether no process holds the name any more. If so, its file is removed.</summary>
    public static bool IsDead(string folder, string name)
    {
        try
        {
            var path = Path.Combine(folder, name + Extension);
            if (File.Exists(path))
            {
                StateFile.Open(path, TimeSpan.Zero).Dispose();
                File.Delete(path);
            }

            return true;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return false;
        }
    }

    /// <summary>Gives up the claim, and leaves the file for the next owner.</summary>
    public void Dispose() => _held.Dispose();

    /// <summary>Gives up the claim and removes the file. If a process is looking at the file now, it removes it.</summary>
    public void Retire()
    {
        _held.Dispose();
        try
        {
            File.Delete(_held.Name);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
        }
    }
}
