using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: cleaning and checking a colored log of 2 KB, as text or Markdown, takes less than a tenth of the time of its post on loopback.</summary>
internal static class CheckText
{
    private const int Bytes = 2000;
    private const int Rounds = 10;
    private const int PostsPerRound = 100;
    private const int ChecksPerPost = 10;
    private const double MaxRatio = 0.1;

    // The runtime optimizes code in the background while nothing runs
    private static readonly TimeSpan IdleTime = TimeSpan.FromMilliseconds(300);

    public static async Task<Table> RunAsync()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Rate = new(int.MaxValue, TimeSpan.FromSeconds(1)) });
        using var state = new TestFolder();

        // The rate window is in a file, as with the cmdlets
        using var client = new RobotClient(limit: new(RateLimit.MaxMessages, TimeSpan.FromMilliseconds(1)), stateFolder: state.FullName);
        var robot = WebhookAddress.Parse(server.Webhook().AbsoluteUri);
        ContentMessage[] messages = [new TextMessage { Text = new() { Content = Log() } }, new MarkdownV2Message { Markdown = new() { Content = Log() } }];
        var table = new Table("Cleaning and checking a log of 2 KB, beside its post", $"best of {Rounds} medians", "clean and check", "post", "ratio");
        foreach (var message in messages)
        {
            var (check, post) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                await Task.Delay(IdleTime);
                var measured = await MeasureAsync(message, plan => client.SendAsync(robot, plan));
                (check, post) = (Math.Min(check, measured.Check), Math.Min(post, measured.Post));
            }

            var ratio = check / post;
            table.AddRow(message.MessageType, $"{check:0.0} µs", $"{post:0.0} µs", $"{ratio:0.000}");
            table.Claim($"{message.MessageType}, ratio to its post", ratio, MaxRatio);
        }

        return table;
    }

    /// <summary>The medians in µs. Check and post take turns, so that other work on the machine slows both.</summary>
    private static async Task<(double Check, double Post)> MeasureAsync(ContentMessage message, Func<Message, Task> send)
    {
        var options = new OverflowOptions { Policy = OverflowPolicy.Error };
        var (check, post) = (new double[PostsPerRound], new double[PostsPerRound]);
        for (var i = 0; i < PostsPerRound; i++)
        {
            OverflowPlan? plan = null;
            var clock = Stopwatch.StartNew();
            for (var j = 0; j < ChecksPerPost; j++)
            {
                plan = OverflowPlan.For(message, options);
            }

            check[i] = clock.Elapsed.TotalMicroseconds / ChecksPerPost;
            clock.Restart();
            await send(plan!.Messages[0]);
            post[i] = clock.Elapsed.TotalMicroseconds;
        }

        return (Turns.Median(check), Turns.Median(post));
    }

    /// <summary>A build log with colors, links and progress.</summary>
    public static string Log()
    {
        const string Lines = "\e[36m==> npm test\e[0m\r\n 10%\r 60%\r100%\r\n\e[1;31mFAILED\e[0m tests/订单.spec.ts\e[K\n\e]8;;https://ci.example.com/1\e\\日志\e]8;;\e\\\n";
        return string.Concat(Enumerable.Repeat(Lines, Bytes / Encoding.UTF8.GetByteCount(Lines)));
    }
}
