using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Messages;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Robots;
using WeComRobot.Tests.Support;

namespace WeComRobot.Client.Probe;

/// <summary>Sends the official samples, with a real image and real uploads in place of the samples' placeholders.</summary>
internal static class SendProbe
{
    // One frame: 20 ms of silence
    private static readonly byte[] Amr = [.. AmrBytes.NarrowMagic, .. AmrBytes.Frames(15, 0, 1)];

    public static async Task RunAsync(string webhook)
    {
        using var client = new RobotClient();
        var robot = WebhookAddress.Parse(webhook);
        foreach (var createMessage in MessageFactories(client, robot))
        {
            var receipt = await client.SendAsync(robot, await createMessage(), new() { MaxRetry = 0 });
            Console.WriteLine("ok " + receipt.MessageType);
        }
    }

    private static IEnumerable<Func<Task<Message>>> MessageFactories(RobotClient client, WebhookAddress robot) =>
    [
        Sample("text"),
        Sample("markdown"),
        Sample("markdown_v2"),
        () => Task.FromResult<Message>(ImageContent.FromBytes(Pictures.Png, "logo.png")),
        Sample("news"),
        async () => new FileMessage { File = new() { MediaId = await UploadAsync(client, robot, MediaType.File, "测试报表 🙂.txt", Pictures.Png) } },
        async () => new VoiceMessage { Voice = new() { MediaId = await UploadAsync(client, robot, MediaType.Voice, "voice.amr", Amr) } },
        Sample("text_notice"),
        Sample("news_notice"),
    ];

    private static Func<Task<Message>> Sample(string name) => () => Task.FromResult(SampleMessages.Build(name));

    private static async Task<string> UploadAsync(RobotClient client, WebhookAddress robot, MediaType type, string name, byte[] content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            using var file = MediaFile.Open(path, type, name);
            return (await client.UploadAsync(robot, file)).MediaId;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
