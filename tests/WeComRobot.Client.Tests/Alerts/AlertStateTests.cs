using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Client.Tests.State;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>Places where the state of alerts cannot live, and files that somebody damaged: alerts go all the same.</summary>
public class AlertStateTests : IAsyncLifetime
{
    private AlertRobot _robot = null!;

    private string Folder => Path.Combine(_robot.StateFolder, "alerts");

    private string BookPath => Assert.Single(Directory.GetFiles(Folder, "*.json"));

    public async Task InitializeAsync() => _robot = await AlertRobot.StartAsync();

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task Other_processes_know_what_was_told()
    {
        await _robot.FireAsync();
        _robot.Alerts = _robot.Open();
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync()).Status);
        Assert.Equal(2, Assert.Single(_robot.Open().GetFiring()).Count);
        Assert.Empty(_robot.Observer.Warnings);
        Keys.AssertAbsent(File.ReadAllText(BookPath));
    }

    [Fact]
    public async Task Where_no_folder_can_be_memory_counts_with_a_warning()
    {
        File.WriteAllText(_robot.StateFolder, "");
        await AssertMemoryServesAsync();
    }

    [Fact]
    public async Task Where_a_file_is_in_the_folders_place_memory_counts_with_a_warning()
    {
        Directory.CreateDirectory(_robot.StateFolder);
        File.WriteAllText(Folder, "");
        await AssertMemoryServesAsync();
    }

    [MountFact]
    public async Task In_a_folder_that_is_read_only_memory_counts_with_a_warning_and_goes_on_from_what_was_known()
    {
        Directory.CreateDirectory(Folder);
        Assert.True(Tool.Succeeds("mount", "-t", "tmpfs", "tmpfs", Folder));
        try
        {
            await _robot.FireAsync("db");
            Assert.True(Tool.Succeeds("mount", "-o", "remount,ro", Folder));
            Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("db")).Status);
            await AssertMemoryServesAsync();
        }
        finally
        {
            Assert.True(Tool.Succeeds("umount", Folder));
        }
    }

    [Fact]
    public async Task What_fired_in_memory_is_known_when_the_state_can_be_used_again()
    {
        await _robot.FireAsync();
        await _robot.FireAsync("db");
        await WithoutFolderAsync(() => _robot.FireAsync("web"));
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("web")).Status);
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync()).Status);
        Assert.Equal(["db", "disk", "web"], _robot.Open().GetFiring().Select(alert => alert.Key).Order());
    }

    [Fact]
    public async Task What_ended_in_memory_does_not_come_back_with_the_file()
    {
        await _robot.FireAsync();
        await WithoutFolderAsync(async () =>
        {
            await _robot.FireAsync();
            Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync()).Status);
        });
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
        Assert.Equal([false, false, true, false], _robot.Read.Select(told => told.IsEnd));
    }

    [Fact]
    public async Task What_another_process_ended_meanwhile_does_not_come_back_from_memory()
    {
        var changes = new FailingChanges();
        _robot.Alerts = _robot.Open(changes: changes);
        await _robot.FireAsync();
        changes.OnMove = (_, _) => FailingChanges.Broken();
        await _robot.FireAsync("web");
        changes.OnMove = (_, _) => null;
        var other = await _robot.Open().ResolveAsync(_robot.Target, new() { Title = "disk", Format = AlertFormat.Text });
        Assert.Equal(AlertStatus.Resolved, other.Status);
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("web")).Status);
        Assert.Equal("web", Assert.Single(_robot.Open().GetFiring()).Key);
    }

    [Fact]
    public async Task Too_many_alerts_cost_the_oldest_and_not_all()
    {
        var many = string.Join(",", Enumerable.Range(0, 5001).Select(i =>
            $$"""{"Key":"k{{i}}","Title":"k","Last":{"Utc":{{_robot.Time.GetUtcNow().UtcTicks + i - 10_000}}},"Since":{"Utc":5},"Waiting":[],"Count":1}"""));
        await _robot.FireAsync();
        File.WriteAllText(BookPath, $$"""{"Robot":"ops","Alerts":[{{many}}]}""");
        Assert.Equal(5000, _robot.Alerts.GetFiring().Count);
        Assert.DoesNotContain(_robot.Alerts.GetFiring(), alert => alert.Key == "k0");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"Robot":"ops","Alerts":[null]}""")]
    [InlineData("""{"Robot":"ops","Alerts":[{"Key":null,"Title":"x"}]}""")]
    [InlineData("""{"Robot":"ops","Alerts":[],"Digest":{"Began":{},"Entries":[null]}}""")]
    [InlineData("""{"Robot":"ops","Alerts":[],"Digest":{"Began":{},"Entries":[{"Key":"x"}]}}""")]
    [InlineData("""{"Robot":"ops","Alerts":[{"Key":"disk","Title":"x","Last":LAST,"Since":{"Utc":-5},"Waiting":[]}]}""")]
    [InlineData("""{"Robot":"ops","Alerts":[{"Key":"disk","Title":"x","Last":LAST,"Since":{"Utc":9223372036854775807},"Waiting":[]}]}""")]
    [InlineData("""{"Robot":"ops","Alerts":[{"Key":"disk","Title":"x","Last":LAST,"RepeatAfter":"-10000000.00:00:00","Told":{"At":{"Utc":5},"Severity":1},"Waiting":[]}]}""")]
    [InlineData("""{"Robot":"ops","Alerts":[{"Key":"disk","Title":"x","Last":LAST,"Waiting":["x"],"WaitsUntil":-9223372036854775808}]}""")]
    [InlineData("""{"Robot":"ops","Alerts":[{"Key":"disk","Title":"x","Last":LAST,"Severity":99,"Told":{"At":{},"Severity":-5},"Waiting":[null],"Count":2147483647}]}""")]
    public async Task A_file_that_somebody_damaged_costs_no_alert(string content)
    {
        await _robot.FireAsync();
        File.WriteAllText(BookPath, content.Replace("LAST", $$"""{"Utc":{{_robot.Time.GetUtcNow().UtcTicks}}}""", StringComparison.Ordinal));
        _robot.Alerts.GetFiring();
        await _robot.FireAsync(repeatAfter: TimeSpan.Zero);
        await _robot.FireAsync("db");
        await _robot.TellHeldBackAsync();
        Assert.Contains("db", _robot.Read.Select(told => told.Key));
        await _robot.ResolveAsync();
        Assert.Equal("db", Assert.Single(_robot.Alerts.GetFiring()).Key);
    }

    [Fact]
    public async Task A_damaged_file_is_moved_aside_with_one_warning()
    {
        await _robot.FireAsync();
        File.WriteAllText(BookPath, "{");
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
        await FireAsync();
        var warning = Assert.Single(_robot.Observer.Warnings);
        Assert.StartsWith("The state of alerts", warning, StringComparison.Ordinal);
        Assert.Contains(Directory.GetFiles(Folder), file => warning.Contains($"'{file}'", StringComparison.Ordinal) && File.ReadAllText(file) == "{");
    }

    private async Task<(AlertStatus Status, int Count)> FireAsync()
    {
        var receipt = await _robot.FireAsync();
        return (receipt.Status, receipt.Count);
    }

    private async Task WithoutFolderAsync(Func<Task> work)
    {
        _robot.Time.Advance(TimeSpan.FromMinutes(1));
        Directory.Move(Folder, Folder + ".away");
        File.WriteAllText(Folder, "");
        await work();
        File.Delete(Folder);
        Directory.Move(Folder + ".away", Folder);
    }

    /// <summary>Alerts are told once and end once; but of an alert that memory does not know nobody can say whether it fired.</summary>
    private async Task AssertMemoryServesAsync()
    {
        var before = _robot.Observer.Warnings.Count;
        Assert.Equal((AlertStatus.Sent, 1), await FireAsync());
        Assert.Contains("this process counts them alone", Assert.Single(_robot.Observer.Warnings.Skip(before)), StringComparison.Ordinal);
        Assert.Equal((AlertStatus.Suppressed, 2), await FireAsync());
        Assert.Equal(AlertStatus.Resolved, (await _robot.ResolveAsync()).Status);
        var error = await Assert.ThrowsAsync<WeComException>(() => _robot.ResolveAsync("other"));
        Assert.Equal(FailureCause.StateUnwritable, error.Cause);
        Assert.Contains("not known whether", error.Message, StringComparison.Ordinal);
        Assert.Equal([false, true], _robot.Read.Where(told => told.Key == "disk").Select(told => told.IsEnd));
    }
}
