using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace WeComRobot.Client.Tests.RateLimiting;

/// <summary>Places where no state can live: the message goes by the window in memory, and Verbose says why.</summary>
public sealed class UnusableStateTests : IDisposable
{
    private const string WindowFile = "2d5e6b4b9de238fb.window"; // of Keys.First

    private readonly TestFolder _folder = new();
    private readonly VirtualTime _time = new();

    public void Dispose()
    {
        if (Directory.Exists(State))
        {
            MakeWritable(State, true);
        }

        _folder.Dispose();
    }

    private string State => _folder.PathOf("state");

    private string Windows => Path.Combine(State, "windows");

    private string File1 => Path.Combine(Windows, WindowFile);

    [Fact]
    public async Task A_folder_that_is_missing_is_made()
    {
        await using var robot = await SimulatedRobot.StartAsync(_time, stateFolder: Path.Combine(State, "of", "nobody"));
        await robot.SendTextAsync();
        var window = robot.Client.GetRateWindow(robot.Address);
        Assert.Equal((Path.Combine(State, "of", "nobody", "windows", WindowFile), 1, null), (window.StatePath, window.Used, window.Trouble));
        Assert.True(File.Exists(window.StatePath));
    }

    [UnixFact]
    public async Task A_link_to_another_file_is_not_followed()
    {
        var other = _folder.Write("other", [1, 2, 3]);
        Directory.CreateDirectory(Windows);
        File.CreateSymbolicLink(File1, other);
        await AssertMemoryServesAsync();
        Assert.Equal([1, 2, 3], File.ReadAllBytes(other));
    }

    [UnixFact]
    public async Task A_link_to_nowhere_is_not_followed()
    {
        Directory.CreateDirectory(Windows);
        File.CreateSymbolicLink(File1, _folder.PathOf("nowhere"));
        await AssertMemoryServesAsync();
        Assert.False(File.Exists(_folder.PathOf("nowhere")));
    }

    [UnixFact]
    public async Task A_link_to_a_device_is_not_followed()
    {
        Directory.CreateDirectory(Windows);
        File.CreateSymbolicLink(File1, "/dev/full");
        await AssertMemoryServesAsync();
    }

    [UnixFact("mkfifo")]
    public async Task A_pipe_is_no_file_and_nobody_waits_at_it()
    {
        Directory.CreateDirectory(Windows);
        Assert.True(Tool.Succeeds("mkfifo", File1));
        await AssertMemoryServesAsync();
    }

    [Fact]
    public async Task A_folder_may_stand_in_the_files_place()
    {
        Directory.CreateDirectory(File1);
        await AssertMemoryServesAsync();
    }

    [Fact]
    public async Task A_file_may_stand_in_the_folders_place()
    {
        Directory.CreateDirectory(State);
        File.WriteAllText(Windows, "");
        await AssertMemoryServesAsync();
    }

    [Fact]
    public async Task A_file_may_stand_in_the_state_folders_place()
    {
        File.WriteAllText(State, "");
        await AssertMemoryServesAsync();
    }

    [Fact]
    public async Task A_path_may_be_invalid() => await AssertMemoryServesAsync("a\0b");

    [UnixFact]
    public async Task A_folder_may_be_impossible_to_make() => await AssertMemoryServesAsync("/proc/wecom/state");

    [UnixFact]
    public async Task A_file_system_may_be_read_only() => await AssertMemoryServesAsync("/sys/kernel");

    [UnprivilegedFact]
    public async Task A_folder_may_be_read_only()
    {
        Directory.CreateDirectory(State);
        MakeWritable(State, false);
        await AssertMemoryServesAsync();
    }

    [UnprivilegedFact]
    public async Task A_file_may_be_read_only()
    {
        Directory.CreateDirectory(Windows);
        File.WriteAllText(File1, "");
        MakeWritable(File1, false);
        await AssertMemoryServesAsync();
        MakeWritable(File1, true);
    }

    [MountFact]
    public async Task A_disk_may_be_full()
    {
        Directory.CreateDirectory(State);
        Assert.True(Tool.Succeeds("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", State));
        try
        {
            // A page for the folder's file is left, until the filler has it
            Directory.CreateDirectory(Windows);
            File.WriteAllBytes(File1, []);
            Fill(Path.Combine(State, "filler"));
            await AssertMemoryServesAsync();
        }
        finally
        {
            Assert.True(Tool.Succeeds("umount", State));
        }
    }

    [Fact]
    public async Task Another_process_may_hold_the_file_for_long()
    {
        Directory.CreateDirectory(Windows);
        using var holder = new FileStream(File1, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using var robot = await SimulatedRobot.StartAsync(_time, stateFolder: State);
        await robot.SendTextAsync();
        Assert.Contains(robot.Observer.Verboses, line => line.Contains(File1, StringComparison.Ordinal));
        Assert.Single(robot.Server.Messages);
    }

    [Fact]
    public async Task After_a_minute_the_file_is_tried_again_with_what_memory_has_counted()
    {
        Directory.CreateDirectory(File1);
        await using var robot = await AssertMemoryServesAsync();
        Directory.Delete(File1);

        // One of the two messages was sent by then, and counts for a minute
        _time.Advance(TimeSpan.FromSeconds(61));
        await robot.SendTextAsync();
        var window = robot.Client.GetRateWindow(robot.Address);
        Assert.Equal((File1, 1, null), (window.StatePath, window.Used, window.Trouble));
    }

    /// <summary>Two messages arrive and the third waits its minute; why memory counts is told, and where the state would be.</summary>
    private async Task<SimulatedRobot> AssertMemoryServesAsync(string? state = null)
    {
        var robot = await SimulatedRobot.StartAsync(_time, limit: new(2, TimeSpan.FromMinutes(1)), stateFolder: state ?? State);
        await robot.SendTextAsync();
        await robot.SendTextAsync();
        Assert.Empty(robot.Observer.Warnings);
        Assert.Contains(robot.Observer.Verboses, line => line.Contains(state ?? State, StringComparison.Ordinal));
        var window = robot.Client.GetRateWindow(robot.Address);
        Assert.Equal((2, 0, null), (window.Used, window.Left, window.StatePath));
        Assert.NotNull(window.Trouble);

        var third = robot.SendTextAsync();
        await _time.UntilTimersAsync(1);
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.InRange((await third).Waited, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(61));
        Assert.Equal(3, robot.Server.Messages.Count);
        return robot;
    }

    private static void Fill(string path)
    {
        try
        {
            File.WriteAllBytes(path, new byte[64 * 1024]);
        }
        catch (IOException)
        {
            // That is what full means
        }
    }

    private static void MakeWritable(string path, bool can)
    {
        if (!OperatingSystem.IsWindows())
        {
            var mode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
            File.SetUnixFileMode(path, can ? mode | UnixFileMode.UserWrite : mode);
        }
    }
}
