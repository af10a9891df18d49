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

/// <summary>Cleaning and checking a coloured text of 2 KB, or Markdown, takes less than a tenth of the time of its post on loopback.</summary>
internal static class LookAtText
{
    private const int Bytes = 2000;
    private const int Rounds = 10;
    private const int PostsEach = 100;
    private const int LooksEach = 10;
    private const double MaxShare = 0.1;

    // The runtime optimizes code in quiet moments
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    public static async Task<bool> RunAsync()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Rate = new(int.MaxValue, TimeSpan.FromSeconds(1)) });
        using var state = new TestFolder();

        // As the cmdlets post: the rate window lies in a file
        using var client = new RobotClient(limit: new(RateLimit.MaxMessages, TimeSpan.FromMilliseconds(1)), stateFolder: state.FullName);
        var robot = WebhookAddress.Parse(server.Webhook().AbsoluteUri);
        ContentMessage[] messages = [new TextMessage { Text = new() { Content = Log() } }, new MarkdownV2Message { Markdown = new() { Content = Log() } }];
        var allHold = true;
        foreach (var message in messages)
        {
            var (look, post) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                await Task.Delay(Quiet);
                var measured = await MeasureAsync(message, plan => client.SendAsync(robot, plan));
                (look, post) = (Math.Min(look, measured.Look), Math.Min(post, measured.Post));
            }

            var share = look / post;
            Console.WriteLine($"  {message.MessageType}: clean and look  {look:0.0} µs, best of {Rounds} medians");
            Console.WriteLine($"  post  {post:0.0} µs, best of {Rounds} medians");
            Console.WriteLine($"  share  {share:0.000} (claim: less than {MaxShare})");
            allHold &= share < MaxShare;
        }

        return allHold;
    }

    /// <summary>The medians in µs, measured in turns, so that whatever else this machine does slows both.</summary>
    private static async Task<(double Look, double Post)> MeasureAsync(ContentMessage message, Func<Message, Task> send)
    {
        var options = new OverflowOptions { Policy = OverflowPolicy.Error };
        var (look, post) = (new double[PostsEach], new double[PostsEach]);
        for (var i = 0; i < PostsEach; i++)
        {
            OverflowPlan? plan = null;
            var clock = Stopwatch.StartNew();
            for (var j = 0; j < LooksEach; j++)
            {
                plan = OverflowPlan.For(message, options);
            }

            look[i] = clock.Elapsed.TotalMicroseconds / LooksEach;
            clock.Restart();
            await send(plan!.Messages[0]);
            post[i] = clock.Elapsed.TotalMicroseconds;
        }

        return (Median(look), Median(post));
    }

    /// <summary>A build log with colours, links and progress.</summary>
    private static string Log()
    {
        const string Lines = "\e[36m==> npm test\e[0m\r\n 10%\r 60%\r100%\r\n\e[1;31mFAILED\e[0m tests/订单.spec.ts\e[K\n\e]8;;https://ci.example.com/1\e\\日志\e]8;;\e\\\n";
        return string.Concat(Enumerable.Repeat(Lines, Bytes / Encoding.UTF8.GetByteCount(Lines)));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
