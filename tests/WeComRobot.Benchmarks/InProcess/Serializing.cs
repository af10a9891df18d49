using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Messages;
using WeComRobot.Messages;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: serializing a message of any type takes at most 1.3 times as long as writing the same bytes with a bare Utf8JsonWriter.</summary>
internal static class Serializing
{
    private const double MaxRatio = 1.3;

    private static readonly string[] Samples = ["text", "markdown", "markdown_v2", "image", "news", "file", "voice", "text_notice", "news_notice"];

    public static Task<Table> RunAsync() => Task.FromResult(Comparison.Tabulate(
        "Serializing a message, against a bare Utf8JsonWriter",
        [
            .. Samples.Select(name => Pair($"`{name}` of the official page", SampleMessages.Build(name))),
            Pair("`text` of 2 KB", new TextMessage { Text = new() { Content = string.Concat(Enumerable.Repeat("磁盘将满，请清理 /data/logs。\n", 50)) } }),
            Pair("`image` of 100 KiB", new ImageMessage { Image = new() { Base64 = Convert.ToBase64String(new byte[100 * 1024]), Md5 = "6d0bb00954ceb7fbee436bb55a8397a9" } }),
        ]));

    private static Pair Pair(string name, Message message)
    {
        var json = MessageJson.ToUtf8(message);
        var writer = new BareWriter(json);
        return writer.Write().AsSpan().SequenceEqual(json)
            ? new(name, MaxRatio, writer.Write, () => MessageJson.ToUtf8(message))
            : throw new InvalidOperationException($"The bare writer writes other bytes: {name}");
    }
}
