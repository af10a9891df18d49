using System;
using System.Diagnostics;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Redis;
using WeComRobot.Robots;
using WeComRobot.Tests.Support;
using WeComRobot.Tests.Support.Redis;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claims: with the rate window in a shared file, the median send takes at most twice as long as with one in memory; and in a Redis on
/// loopback, a slot is reserved and stamped in less than 1 ms at the median.
/// </summary>
internal static class RateWindowCost
{
    private const int Rounds = 500;
    private const double MaxRatio = 2;
    private const double MaxMilliseconds = 1;
    private const string KeyHash = "0123456789abcdef";

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
        var inFile = new RateWindows(Limit, () => folder.FullName, TimeProvider.System).For(KeyHash);
        using var redis = await RedisServer.StartAsync();
        using var fleet = new RedisFleetFactory().Create(new(redis.EndPoint, null));
        using var member = new RobotClient(limit: Limit, stateFolder: folder.FullName);
        member.Join(fleet.Windows, fleet.ShareMedia);
        var windows = new RateWindows(Limit, () => folder.FullName, TimeProvider.System);
        windows.Join(fleet.Windows);
        var inRedis = windows.For(KeyHash);
        Func<Task<double>>[] works =
        [
            () => TimeAsync(() => PostAsync(http, answerer.Webhook)),
            () => TimeAsync(() => UseSlotAsync(inMemory)), () => TimeAsync(() => UseSlotAsync(inFile)), () => TimeAsync(() => UseSlotAsync(inRedis)),
            () => TimeAsync(() => memory.SendAsync(robot, Text)), () => TimeAsync(() => file.SendAsync(robot, Text)), () => TimeAsync(() => member.SendAsync(robot, Text)),
        ];
        await Turns.MeasureAsync(Rounds, works); // during which code is compiled
        var medians = await Turns.MeasureAsync(Rounds, works);

        string[] names =
        [
            "a post by HttpClient", "a slot, window in memory", "a slot, window in a file", "a slot, window in Redis",
            "a send, window in memory", "a send, window in a file", "a send, window in Redis",
        ];
        var table = new Table("The rate window: to reserve a slot and stamp it, beside a post on loopback", $"median of {Rounds}", "time", "ratio");
        for (var i = 0; i < names.Length; i++)
        {
            table.AddRow(names[i], $"{medians[i]:0.000} ms", $"{medians[i] / medians[0]:0.00}");
        }

        table.Claim("a send, window in a file, to one in memory", medians[5] / medians[4], MaxRatio);
        table.Claim("milliseconds for a slot, window in Redis", medians[3], MaxMilliseconds);
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
