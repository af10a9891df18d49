using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Media;
using WeComRobot.Robots;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claim: an upload of 20 MiB is streamed and allocates at most 4 MiB. The commonly pasted code with a form is measured for comparison.
/// </summary>
internal static class UploadHeap
{
    private const int FileBytes = 20 * 1024 * 1024;
    private const double MaxAllocatedMiB = 4;

    public static async Task<bool> RunAsync()
    {
        using var folder = new TestFolder();
        var path = folder.WriteSparse("file.bin", FileBytes);
        using var server = new UploadSink();
        await UploadAsync(server, path); // warm-up, so that JIT and connection setup are not measured

        var client = await MeasureAllocationsAsync(() => UploadAsync(server, path));
        var form = await MeasureAllocationsAsync(() => UploadFormAsync(server, path));
        Console.WriteLine($"  RobotClient.UploadAsync  {client:0.00} MiB allocated (claim: at most {MaxAllocatedMiB})");
        Console.WriteLine($"  ReadAllBytes and a form  {form:0.00} MiB allocated");
        Console.WriteLine($"  ratio                    {client / form:0.000}");
        return client <= MaxAllocatedMiB;
    }

    private static async Task UploadAsync(UploadSink server, string path)
    {
        using var client = new RobotClient();
        using var file = MediaFile.Open(path, MediaType.File);
        await client.UploadAsync(WebhookAddress.Parse(server.Webhook), file);
    }

    private static async Task UploadFormAsync(UploadSink server, string path)
    {
        using var client = new HttpClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(path)), "media", "file.bin" } };
        (await client.PostAsync(new Uri(server.Webhook), form)).Dispose();
    }

    /// <summary>The total that the work allocates, in MiB, including what is already collected.</summary>
    private static async Task<double> MeasureAllocationsAsync(Func<Task> work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / 1024.0;
    }
}
