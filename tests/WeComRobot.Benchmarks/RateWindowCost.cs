using System;
using System.Diagnostics;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: with the rate window in a shared file, the median send takes at most twice as long as with one in memory.</summary>
internal static class RateWindowCost
{
    private const int Rounds = 500;
    private const double MaxRatio = 2;

    // The window is so short that no send waits for it
    private static readonly RateLimit Limit = new(1000, TimeSpan.FromMilliseconds(1));
    private static readonly Message Text = new TextMessage { Text = new() { Content = "磁盘将满" } };

    public static async Task<Table> RunAsync()
    {
        using var folder = new TestFolder();
        using var answerer = new Answerer();
        var robot = WebhookAddress.Parse(answerer.Webhook.AbsoluteUri);
        using var http = new HttpClient();
        using var memory = new RobotClient(limit: Limit);
        using var file = new RobotClient(limit: Limit, stateFolder: folder.FullName);
        var inMemory = new RateWindows(Limit, () => null, TimeProvider.System).For("alone");
        var inFile = new RateWindows(Limit, () => folder.FullName, TimeProvider.System).For("0123456789abcdef");
        Func<Task<double>>[] works =
        [
            () => TimeAsync(() => PostAsync(http, answerer.Webhook)),
            () => TimeAsync(() => UseSlotAsync(inMemory)), () => TimeAsync(() => UseSlotAsync(inFile)),
            () => TimeAsync(() => memory.SendAsync(robot, Text)), () => TimeAsync(() => file.SendAsync(robot, Text)),
        ];
        await Turns.MeasureAsync(Rounds, works); // during which code is compiled
        var medians = await Turns.MeasureAsync(Rounds, works);

        string[] names = ["a post by HttpClient", "a slot, window in memory", "a slot, window in a file", "a send, window in memory", "a send, window in a file"];
        var table = new Table("The rate window: to reserve a slot and stamp it, beside a post on loopback", $"median of {Rounds}", "time", "ratio");
        for (var i = 0; i < names.Length; i++)
        {
            table.AddRow(names[i], $"{medians[i]:0.000} ms", $"{medians[i] / medians[0]:0.00}");
        }

        table.Claim("a send, window in a file, to one in memory", medians[4] / medians[3], MaxRatio);
        return table;
    }

    /// <summary>Works after a pause, as real sends are rare, and back-to-back sends would profit from caches that are still warm.</summary>
    private static async Task<double> TimeAsync(Func<Task> work)
    {
        await Task.Delay(2);
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task PostAsync(HttpClient http, Uri webhook)
    {
        using var body = new StringContent("""{"msgtype":"text","text":{"content":"磁盘将满"}}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(webhook, body);
        await answer.Content.ReadAsStringAsync();
    }

    private static async Task UseSlotAsync(RateWindow window) => (await window.ReserveAsync(TimeSpan.FromMinutes(1), _ => { }, CancellationToken.None)).Dispose();
}
