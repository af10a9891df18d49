using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Serialization;
using System.Threading;
using WeComRobot.State;

namespace WeComRobot.Alerts;

/// <summary>Keeps the alerts of each robot in a file beside the rate windows, shared by all processes of this machine.</summary>
/// <param name="folder">The state folder.</param>
/// <param name="changes">Replaces files. Defaults to what every store has.</param>
internal sealed class AlertFolder(string folder, FileChanges? changes = null) : IAlertStore
{
    private const string FolderName = "alerts";
    private const int HashDigits = 16;
    private const int GuidDigits = 32;

    private static readonly StateJson<AlertBook> Json = new(AlertJsonContext.Default.AlertBook, maxBytes: 16 * 1024 * 1024);
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    private readonly FileChanges _changes = changes ?? new();
    private string? _trouble;

    public string Place { get; } = Path.Combine(folder, FolderName);

    public string? TakeTrouble() => Interlocked.Exchange(ref _trouble, null);

    public IReadOnlyList<AlertBook> ReadAll() =>
        Directory.Exists(Place) ? [.. Directory.GetFiles(Place, "*.json").Select(Load).OfType<AlertBook>()] : [];

    public AlertBook Read(string robot) => Load(GetPath(robot)) ?? new() { Robot = robot };

    public AlertBook Change(string robot, Func<AlertBook, AlertBook> change)
    {
        var path = GetPath(robot);
        using var gate = Lock(path);
        var book = LoadOrMoveAside(path) ?? new() { Robot = robot };
        var changed = change(book);
        if (!ReferenceEquals(changed, book))
        {
            Json.Replace(path, changed, _changes);
        }

        return changed;
    }

    public IDisposable? TryTakeTurn(string robot, string key)
    {
        var book = GetPath(robot);
        var path = $"{book}.{Hash(key)}";

        // Whoever opens or removes the file of a turn holds the lock of the book, so that nobody waits for a file that is gone
        using var gate = Lock(book);
        DeleteLeftovers(book);
        try
        {
            return new Turn(StateFile.Open(path, TimeSpan.Zero), () => Lock(book));
        }
        catch (IOException e) when (StateFile.IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Removes what processes that died while they replaced the book have left. Whoever replaces it holds its lock.</summary>
    private void DeleteLeftovers(string book)
    {
        foreach (var file in Directory.GetFiles(Place, Path.GetFileName(book) + ".*").Where(file => file.Length == book.Length + 1 + GuidDigits))
        {
            _changes.Delete(file);
        }
    }

    private static AlertBook? Load(string path) => File.Exists(path) && Json.Read(path) is { IsWhole: true } book ? book : null;

    private AlertBook? LoadOrMoveAside(string path)
    {
        var book = Load(path);
        if (book is null && File.Exists(path))
        {
            _trouble = Strings.AlertsMovedAside.With(path, FileChanges.MoveAside(path));
        }

        return book;
    }

    private static string Hash(string text) => HexHash.Sha256(text.ToUpperInvariant()).Substring(0, HashDigits);

    private string GetPath(string robot) => Path.Combine(Place, Hash(robot) + ".json");

    private FileStream Lock(string path)
    {
        if (!Directory.Exists(Place))
        {
            StateFolder.CreateSubfolder(folder, FolderName);
        }

        return StateFile.Open(path + ".lock", LockTimeout);
    }

    private sealed class Turn(FileStream held, Func<FileStream> lockBook) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                using var gate = lockBook();
                held.Dispose();
                File.Delete(held.Name);
            }
            catch (Exception e) when (StateFile.IsFileError(e))
            {
                // The next process takes the turn by the file that is left
                held.Dispose();
            }
        }
    }
}

/// <summary>The serializer of the alerts, generated at build time.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(AlertBook))]
internal sealed partial class AlertJsonContext : JsonSerializerContext;
