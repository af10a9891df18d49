using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Messages.Cards;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>What is refused before anything is counted or sent, and what is only tidied.</summary>
public class AlertMistakeTests : IAsyncLifetime
{
    private AlertRobot _robot = null!;

    public async Task InitializeAsync() => _robot = await AlertRobot.StartAsync();

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Theory]
    [InlineData("example.com")]
    [InlineData("/var/log/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/x")]
    [InlineData("https://")]
    [InlineData("https://example.com/\nx")]
    [InlineData(" ")]
    public async Task A_link_that_nobody_can_open_is_refused_in_every_format(string url)
    {
        await RefusesAsync(new Alert { Title = "disk", Url = url }, "URL", "https://example.com/");
        await RefusesAsync(new Alert { Title = "disk", Url = url, Format = AlertFormat.Text }, "URL", "https://example.com/");
        await RefusesAsync(new Alert { Title = "disk", Url = url, Format = AlertFormat.Card }, "URL", "https://example.com/");
        await RefusesAsync(new Alert { Title = "disk", Fields = [new() { Name = "Log", Value = "open", Url = url }] }, "URL", "https://example.com/");
    }

    [Fact]
    public async Task It_is_refused_even_if_the_alert_would_only_be_counted()
    {
        await _robot.FireAsync();
        var failure = await Assert.ThrowsAsync<WeComException>(() => _robot.FireAsync(new Alert { Title = "disk", Url = "example.com" }));
        Assert.Contains("'example.com'", failure.What, System.StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(_robot.Alerts.GetFiring()).Count);
    }

    [Theory]
    [InlineData("", "", "title")]
    [InlineData(" \n ", "disk", "title")]
    [InlineData("disk", "  ", "key")]
    public async Task A_blank_title_or_key_is_refused(string title, string key, string named) => await RefusesAsync(new Alert { Title = title, Key = key }, named);

    [Fact]
    public async Task Title_key_and_link_are_trimmed()
    {
        await _robot.FireAsync(new Alert { Title = " Disk full ", Key = " disk\n", Url = " https://example.com/x ", Format = AlertFormat.Text });
        Assert.Equal("🟠 Warning: Disk full", _robot.Texts[0].Split('\n')[0]);
        Assert.Equal("https://example.com/x", _robot.Texts[0].Split('\n').Last());
        Assert.Equal(("Disk full", "disk"), _robot.Alerts.GetFiring().Select(alert => (alert.Title, alert.Key)).Single());
        Assert.Equal(AlertStatus.Suppressed, (await _robot.FireAsync("disk")).Status);
    }

    [Fact]
    public async Task A_key_of_any_length_is_kept_whole()
    {
        var key = new string('k', 5000);
        await _robot.FireAsync(new Alert { Title = "disk", Key = key });
        Assert.Equal(key, Assert.Single(_robot.Alerts.GetFiring()).Key);
        Assert.Equal(AlertStatus.Sent, (await _robot.FireAsync(new Alert { Title = "disk", Key = key + "2" })).Status);
    }

    private async Task RefusesAsync(Alert alert, params string[] says)
    {
        var failure = await Assert.ThrowsAsync<WeComException>(() => _robot.FireAsync(alert));
        Assert.Equal(FailureCause.InvalidMessage, failure.Cause);
        Assert.All(says, word => Assert.Contains(word, failure.Message, System.StringComparison.Ordinal));
        Assert.Empty(_robot.Alerts.GetFiring());
        Assert.Empty(_robot.Server.Messages);
    }
}
