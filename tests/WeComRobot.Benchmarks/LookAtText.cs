using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Content;
using WeComRobot.Delivery;
using WeComRobot.Messages;
using WeComRobot.Robots;
using WeComRobot.Simulator;

namespace WeComRobot.Benchmarks;

/// <summary>Cleaning a coloured text of 2 KB, or Markdown, and looking for what will not read costs less than a tenth of its post on loopback.</summary>
internal static class LookAtText
{
    private const int Bytes = 2000;
    private const int Posts = 300;
    private const int LooksEach = 10;
    private const double MaxShare = 0.1;

    public static async Task<bool> RunAsync()
    {
        ContentMessage[] messages = [new TextMessage { Text = new() { Content = Log() } }, new MarkdownV2Message { Markdown = new() { Content = Log() } }];
        return await MeasureAsync(messages[0]) & await MeasureAsync(messages[1]);
    }

    private static async Task<bool> MeasureAsync(ContentMessage message)
    {
        var options = new OverflowOptions { Policy = OverflowPolicy.Truncate };
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Rate = new(Posts + 1, TimeSpan.FromSeconds(1)) });
        using var client = new RobotClient(limit: new(Posts + 1, TimeSpan.FromSeconds(1)));
        var robot = WebhookAddress.Parse(server.Webhook().AbsoluteUri);
        var (post, look) = (new double[Posts], new double[Posts]);
        for (var i = 0; i < Posts; i++)
        {
            // In turns, so that whatever else this machine does slows both
            var clock = Stopwatch.StartNew();
            OverflowPlan? plan = null;
            for (var j = 0; j < LooksEach; j++)
            {
                plan = OverflowPlan.Of(message, options);
            }

            look[i] = clock.Elapsed.TotalMicroseconds / LooksEach;
            clock.Restart();
            await client.SendAsync(robot, plan!.Messages[0]);
            post[i] = clock.Elapsed.TotalMicroseconds;
        }

        var share = Median(look) / Median(post);
        Console.WriteLine($"  {message.MessageType}: clean and look  {Median(look):0.0} µs, median of {Posts}");
        Console.WriteLine($"  post  {Median(post):0.0} µs, median of {Posts}");
        Console.WriteLine($"  share  {share:0.000} (claim: less than {MaxShare})");
        return share < MaxShare;
    }

    /// <summary>A build log with colours, links and progress.</summary>
    private static string Log()
    {
        const string Lines = "\e[36m==> npm test\e[0m\r\n 10%\r 60%\r100%\r\n\e[1;31mFAILED\e[0m tests/订单.spec.ts\e[K\n\e]8;;https://ci.example.com/1\e\\日志\e]8;;\e\\\n";
        return string.Concat(Enumerable.Repeat(Lines, Bytes / Encoding.UTF8.GetByteCount(Lines)));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
