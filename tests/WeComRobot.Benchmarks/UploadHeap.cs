using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Media;
using WeComRobot.Robots;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>An upload of 20 MiB streams: it adds at most 4 MiB to the managed heap; beside it, the form that people paste.</summary>
internal static class UploadHeap
{
    private const int FileBytes = 20 * 1024 * 1024;
    private const double MaxGrowthMiB = 4;

    public static async Task<bool> RunAsync()
    {
        using var folder = new TestFolder();
        var path = folder.WriteSparse("file.bin", FileBytes);
        using var sink = new Sink();
        await UploadAsync(sink, path); // warm: JIT and connection set-up are not the upload's

        var ours = await GrowthOfAsync(() => UploadAsync(sink, path));
        var pasted = await GrowthOfAsync(() => UploadAsPastedAsync(sink, path));
        Console.WriteLine($"  RobotClient.UploadAsync  +{ours:0.00} MiB heap (claim: at most {MaxGrowthMiB})");
        Console.WriteLine($"  ReadAllBytes and a form  +{pasted:0.00} MiB heap");
        Console.WriteLine($"  ratio                    {ours / pasted:0.000}");
        return ours <= MaxGrowthMiB;
    }

    private static async Task UploadAsync(Sink sink, string path)
    {
        using var client = new RobotClient();
        using var file = MediaFile.Open(path, MediaType.File);
        await client.UploadAsync(WebhookAddress.Parse(sink.Webhook), file);
    }

    private static async Task UploadAsPastedAsync(Sink sink, string path)
    {
        using var client = new HttpClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(path)), "media", "file.bin" } };
        (await client.PostAsync(new Uri(sink.Webhook), form)).Dispose();
    }

    /// <summary>All that the work allocates, in MiB: no collection can hide any of it.</summary>
    private static async Task<double> GrowthOfAsync(Func<Task> work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / 1024.0;
    }
}
