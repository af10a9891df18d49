using System;
using System.IO;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>
/// A process that holds messages. It keeps a file open as long as it does, and the system closes that file if the process dies.
/// </summary>
internal sealed class OutboxOwner : IDisposable
{
    private const string Extension = ".lock";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly FileStream _held;

    private OutboxOwner(string name, FileStream held)
    {
        Name = name;
        _held = held;
    }

    public string Name { get; }

    /// <summary>A new owner in the outbox's folder.</summary>
    public static OutboxOwner New(string folder)
    {
        var name = Guid.NewGuid().ToString("N");
        return new(name, StateFile.Open(Path.Combine(folder, name + Extension), Patience));
    }

    /// <summary>The right to deliver a robot's messages; null while another process has it.</summary>
    public static OutboxOwner? TryBe(string folder, string name)
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

    /// <summary>The right to sort what dead processes held; null if another process keeps it for long, or if nobody can write.</summary>
    public static OutboxOwner? TrySort(string folder)
    {
        const string name = "sorting";
        try
        {
            return new(name, StateFile.Open(Path.Combine(folder, name + Extension), Patience));
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return null;
        }
    }

    /// <summary>Whether nobody holds its file any more; then it is removed.</summary>
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

    /// <summary>Lets go, and leaves the file for the next.</summary>
    public void Dispose() => _held.Dispose();

    /// <summary>Lets go for good: its name is never used again. A process that looks at its file just then removes it.</summary>
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
