using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;
using WeComRobot.Robots;

namespace WeComRobot.Quickstart;

/// <summary>The tour without PowerShell: sends one message of each type through the client library.</summary>
internal static class ClientTour
{
    /// <param name="webhook">The webhook URL of the robot.</param>
    /// <param name="samples">The files to send as image, file and voice.</param>
    /// <param name="noPowerShellReason">Why PowerShell is not available.</param>
    public static async Task<int> RunAsync(string webhook, SampleFiles samples, string noPowerShellReason)
    {
        Console.WriteLine(noPowerShellReason);
        Console.WriteLine("Sending through the client library instead (to get PowerShell, see https://aka.ms/powershell):");
        var robot = WebhookAddress.Parse(webhook);
        using var client = new RobotClient();
        Console.WriteLine($"{"MessageType",-14} {"Robot",-32} SentAt");
        foreach (var message in await CreateMessagesAsync(client, robot, samples))
        {
            var receipt = await client.SendAsync(robot, message);
            Console.WriteLine($"{receipt.MessageType,-14} {receipt.Robot,-32} {receipt.SentAt:u}");
        }

        return 0;
    }

    private static async Task<List<Message>> CreateMessagesAsync(RobotClient client, WebhookAddress robot, SampleFiles samples) =>
    [
        new TextMessage { Text = new() { Content = "部署完成 ✅ web01 已上线" } },
        new MarkdownMessage { Markdown = new() { Content = "实时新增用户反馈<font color=\"warning\">132例</font>" } },
        new MarkdownV2Message { Markdown = new() { Content = "| 主机 | CPU |\n| :--- | ---: |\n| web01 | 12% |" } },
        ImageContent.FromFile(samples.Image),
        new NewsMessage { News = new() { Articles = [new() { Title = "中秋节礼品领取", Url = "https://www.qq.com" }] } },
        new FileMessage { File = new() { MediaId = await UploadAsync(client, robot, samples.Report, MediaType.File) } },
        new VoiceMessage { Voice = new() { MediaId = await UploadAsync(client, robot, samples.Voice, MediaType.Voice) } },
        new CardMessage
        {
            Card = new()
            {
                CardType = Card.TextNotice,
                MainTitle = new() { Title = "磁盘告警", Description = "web01 的 /data" },
                Action = new() { Type = CardJump.ToUrl, Url = "https://work.weixin.qq.com" },
            },
        },
    ];

    private static async Task<string> UploadAsync(RobotClient client, WebhookAddress robot, string path, MediaType type)
    {
        using var file = MediaFile.Open(path, type);
        return (await client.UploadAsync(robot, file)).MediaId;
    }
}
