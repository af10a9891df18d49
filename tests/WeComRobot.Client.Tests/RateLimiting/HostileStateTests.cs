using System;
using System.IO;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Hostile;
using WeComRobot.Delivery;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using Xunit;

namespace WeComRobot.Client.Tests.RateLimiting;

/// <summary>Files of the state folder that hold anything: nothing is thrown, nobody waits for long, and the file is good again.</summary>
public sealed class HostileStateTests : IDisposable
{
    private static readonly RateLimit Limit = new(3, TimeSpan.FromMinutes(1));

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ten_thousand_windows()
    {
        var time = new VirtualTime();
        var good = await GoodWindowsAsync(time);
        var path = Window(time).Store.Path!;
        for (var seed = 0; seed < 10_000; seed++)
        {
            var random = new Random(seed);
            File.WriteAllBytes(path, HostileBytes.From(good[random.Next(good.Length)], random));
            try
            {
                await AssertServesAsync(time);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}", e);
            }
        }
    }

    [Fact]
    public void Two_thousand_limits_of_the_machine()
    {
        MachineLimit.Write(_folder.FullName, new(7, TimeSpan.FromSeconds(30)));
        var path = _folder.PathOf("limit.json");
        var good = File.ReadAllBytes(path);
        var robot = WebhookAddress.Parse(Keys.First);
        for (var seed = 0; seed < 2_000; seed++)
        {
            File.WriteAllBytes(path, HostileBytes.From(good, new Random(seed)));
            using var client = new RobotClient(new VirtualTime(), stateFolder: _folder.FullName);
            var window = client.GetRateWindow(robot);
            Assert.True(window.Limit > 0 && window.Window > TimeSpan.Zero && window.Window <= TimeSpan.FromHours(1), $"seed {seed}: {window}");
            Assert.Equal(0, window.Used);
        }

        MachineLimit.Write(_folder.FullName, new(8, TimeSpan.FromSeconds(30)));
        Assert.Equal(new(8, TimeSpan.FromSeconds(30)), MachineLimit.Read(_folder.FullName));
    }

    [Fact]
    public void A_file_without_a_state_is_reported_and_replaced()
    {
        var window = Window(new());
        window.GetUsage();
        Assert.Null(window.Store.Trouble);
        File.WriteAllText(window.Store.Path!, "<html>not here</html>\n");
        window.GetUsage();
        Assert.Contains(window.Store.Path!, window.Store.Trouble);
        Assert.NotNull(window.Store.Path);
        window.GetUsage();
        Assert.Contains(window.Store.Path!, window.Store.Trouble); // whoever asks later hears of it as well
    }

    /// <summary>A slot is had in time, and the next process reads a good file that knows of it.</summary>
    private async Task AssertServesAsync(VirtualTime time)
    {
        var window = Window(time);
        var limit = window.GetUsage().Limit;

        // A reservation that a crash has left is waited for as well
        var longest = WindowState.MaxLease + limit.Window + WindowState.Guard(limit);
        using (var slot = await window.ReserveAsync(time))
        {
            Assert.InRange(slot.Waited, TimeSpan.Zero, longest);
        }

        var next = Window(time);
        Assert.InRange(next.GetUsage().Used, 1, int.MaxValue);
        Assert.Null(next.Store.Trouble);
        Assert.NotNull(next.Store.Path);
    }

    private RateWindow Window(VirtualTime time) => Windows.InFile(_folder.FullName, Limit, time);

    /// <summary>The files of an empty window, of one in use, and of one that the service has closed, with a limit of its own.</summary>
    private async Task<byte[][]> GoodWindowsAsync(VirtualTime time)
    {
        var window = Window(time);
        window.GetUsage();
        var empty = File.ReadAllBytes(window.Store.Path!);
        using (await window.ReserveAsync(time))
        {
        }

        using var held = await window.ReserveAsync(time);
        var used = File.ReadAllBytes(window.Store.Path!);
        window.Close();
        window.SetLimit(Limit, RateLimitScope.Machine);
        return [empty, used, File.ReadAllBytes(window.Store.Path!)];
    }
}
