using System;
using System.IO;
using System.Threading;

namespace WeComRobot.State;

/// <summary>
/// Renames and removes files. If another process holds a file for a moment, as scanners and backups do on Windows, the change is retried
/// for about a second. Until a change succeeds, later calls do not wait again: a thousand held files cost one wait.
/// </summary>
internal class FileChanges
{
    /// <summary>The waits between two tries, in milliseconds.</summary>
    internal static readonly int[] Waits = [10, 20, 40, 80, 160, 320, 640];

    private int _waited;

    /// <summary>Moves a file, over another one if that exists.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist any more.</exception>
    public void Move(string from, string to) => Retry(() => MoveOnce(from, to));

    /// <summary>Renames a damaged file to keep it, and returns its new name.</summary>
    public static string MoveAside(string path)
    {
        var aside = $"{path}.bad-{DateTime.UtcNow:yyyyMMddHHmmssfff}";
        File.Move(path, aside);
        return aside;
    }

    /// <summary>Removes a file if it exists.</summary>
    public void Delete(string path) => Retry(() => DeleteOnce(path));

    protected virtual void MoveOnce(string from, string to) => FileSystem.Replace(from, to);

    protected virtual void DeleteOnce(string path) => File.Delete(path);

    protected virtual void Wait(int milliseconds) => Thread.Sleep(milliseconds);

    private void Retry(Action change)
    {
        while (true)
        {
            try
            {
                change();
                _waited = 0;
                return;
            }
            catch (Exception e) when (IsTransient(e) && _waited < Waits.Length)
            {
                Wait(Waits[_waited++]);
            }
        }
    }

    /// <summary>Whether a later try may succeed: Windows denies access even while a file is only held, Unix for lack of permission alone.</summary>
    private static bool IsTransient(Exception e) =>
        e is IOException and not (FileNotFoundException or DirectoryNotFoundException)
        || (e is UnauthorizedAccessException && Path.DirectorySeparatorChar == '\\');
}
