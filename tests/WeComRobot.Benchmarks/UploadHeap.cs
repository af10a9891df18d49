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

    public static async Task<Table> RunAsync()
    {
        using var folder = new TestFolder();
        var path = folder.WriteSparse("file.bin", FileBytes);
        using var server = new Answerer();
        await UploadAsync(server, path); // warm-up, so that JIT and connection setup are not measured

        var client = await MeasureAllocationsAsync(() => UploadAsync(server, path));
        var form = await MeasureAllocationsAsync(() => UploadFormAsync(server, path));
        var table = new Table("Memory allocated by an upload of 20 MiB", "upload", "allocated", "ratio");
        table.AddRow("`RobotClient.UploadAsync`", $"{client:0.00} MiB", $"{client / form:0.000}");
        table.AddRow("`ReadAllBytes` and a form", $"{form:0.00} MiB", "1");
        table.Claim("MiB allocated", client, MaxAllocatedMiB);
        return table;
    }

    private static async Task UploadAsync(Answerer server, string path)
    {
        using var client = new RobotClient();
        using var file = MediaFile.Open(path, MediaType.File);
        await client.UploadAsync(WebhookAddress.Parse(server.Webhook.AbsoluteUri), file);
    }

    private static async Task UploadFormAsync(Answerer server, string path)
    {
        using var client = new HttpClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(path)), "media", "file.bin" } };
        (await client.PostAsync(server.Webhook, form)).Dispose();
    }

    /// <summary>The total that the work allocates, in MiB, including what is already collected.</summary>
    private static async Task<double> MeasureAllocationsAsync(Func<Task> work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / 1024.0;
    }
}
