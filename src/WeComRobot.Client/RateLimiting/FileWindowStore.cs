using System;
using System.IO;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>
/// The state that all processes of a machine share: a small file, held only while it is read and written, never during a post.
/// While the file cannot be used, memory takes its place, starting from what was last known.
/// </summary>
/// <param name="folder">The state folder.</param>
/// <param name="key">Identifies the robot's key: a hash of it.</param>
/// <param name="clock">The Clock.</param>
internal sealed class FileWindowStore(string folder, string key, WindowClock clock) : LocalWindowStore(clock)
{
    private const string FolderName = "windows";

    // On a busy machine, many processes may start at once
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly string _path = System.IO.Path.Combine(folder, FolderName, key + ".window");
    private readonly WindowFile _file = new();
    private WindowState _lastKnown = new();
    private bool _isInMemory;
    private string? _trouble;
    private long _failedAt;

    public override RateLimitScope Scope => _isInMemory ? RateLimitScope.Process : RateLimitScope.Machine;

    public override string? Path => _isInMemory ? null : _path;

    public override string? Trouble => _trouble;

    public override RateLimit? StoredLimit => _lastKnown.Limit;

    protected override T Change<T>(Func<WindowState, T> change)
    {
        lock (_gate)
        {
            return _isInMemory && Clock.Time.GetElapsedTime(_failedAt) < RetryAfter ? change(_lastKnown) : ChangeFile(change);
        }
    }

    private T ChangeFile<T>(Func<WindowState, T> change)
    {
        FileStream? file = null;
        try
        {
            file = Open();
            _lastKnown = Read(file);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            UseMemory(e);
            file?.Dispose();
            file = null;
        }

        using (file)
        {
            var result = change(_lastKnown);
            Write(file);
            return result;
        }
    }

    private FileStream Open()
    {
        try
        {
            return StateFile.Open(_path, LockTimeout);
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            StateFolder.CreateSubfolder(folder, FolderName);
            return StateFile.Open(_path, LockTimeout);
        }
    }

    private void Write(FileStream? file)
    {
        try
        {
            if (file is not null)
            {
                _file.Write(file, _lastKnown);
                _isInMemory = false;
            }
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            UseMemory(e);
        }
    }

    private void UseMemory(Exception reason)
    {
        _trouble = Strings.WindowInMemory.With(_path, reason.Message);
        _file.Forget();
        _failedAt = Clock.Time.GetTimestamp();
        _isInMemory = true;
    }

    private WindowState Read(FileStream file)
    {
        var state = _file.Read(file, _lastKnown);
        _trouble = state is null ? Strings.WindowDamaged.With(_path) : _isInMemory ? null : _trouble;
        state ??= new();
        state.Sanitize(Clock.Now);
        if (_isInMemory)
        {
            state.MergeFrom(_lastKnown);
        }

        return state;
    }
}
