using System;
using System.Diagnostics;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claims, about the upload of a file of 20 MiB: it takes at most 1.3 times as long as the limit, although the file is hashed, and the
/// process needs at most 8 MiB more than an idle one.
/// </summary>
internal static class Upload
{
    private const int Rounds = 31;
    private const int Processes = 5;
    private const int FileBytes = 20 * 1024 * 1024;
    private const double MaxRatio = 1.3;
    private const double MaxMiB = 8;
    private const string Hash = "`SHA256.HashData`, no upload";

    /// <summary>The ways of upload.ps1.</summary>
    private static readonly (string Name, string Row)[] Ways =
    [
        ("limit", "the limit"),
        ("publish", "`Publish-WeComMedia -Force`"),
        ("send", "`Send-WeComFile`"),
        ("today", "`Invoke-RestMethod -Form`"),
    ];

    public static async Task<Table> RunAsync()
    {
        using var folder = new TestFolder();
        var content = RandomNumberGenerator.GetBytes(FileBytes);
        var (large, small) = (folder.Write("large.bin", content), folder.Write("small.bin", content[..100]));
        using var kestrel = new KestrelAnswerer();
        using var sockets = new Answerer();
        var times = await MeasureTimesAsync(folder, content, large, kestrel, sockets);
        var memory = await Turns.MeasureAsync(
            Processes, [.. Ways.Select(way => new Func<Task<double>>(() => MeasureMemoryAsync(folder, way.Name, sockets, small, large)))]);

        string[] rows = [.. Ways.Select(way => way.Row), "`curl -F`, a process", Hash];
        var (web, raw) = (times[..rows.Length], times[rows.Length..]);
        var table = new Table(
            "Uploads of 20 MiB, to a web server and to raw sockets", $"median of {Rounds}", "time", "to the limit", "raw sockets", "to the limit", "memory above idle");
        foreach (var (i, row) in rows.Index())
        {
            table.AddRow(
                row, $"{web[i]:0.0} ms", $"{web[i] / web[0]:0.00}", $"{raw[i]:0.0} ms", $"{raw[i] / raw[0]:0.00}",
                i < memory.Length ? $"{memory[i]:0.0} MiB" : "");
        }

        foreach (var i in new[] { 1, 2 })
        {
            table.Claim($"{rows[i]}, to the limit", web[i] / web[0], MaxRatio);
            table.Claim($"{rows[i]}, MiB above the idle process", memory[i], MaxMiB);
        }

        table.Note($"""
            Hashing the file for the media cache takes {web[^1] / web[0]:0.00} of the limit's time. It runs beside the upload: a network slower than
            loopback hides it, and so does a core that client and server, which share {Environment.ProcessorCount} here, leave free.
            """);
        return table;
    }

    /// <summary>The milliseconds of all rows, to the one server and then to the other.</summary>
    private static async Task<double[]> MeasureTimesAsync(TestFolder folder, byte[] content, string path, params IAnswerer[] answerers)
    {
        using var pwsh = Start(folder);
        var curl = Tool.Find("curl");
        return await Turns.MeasureAsync(Rounds, [.. answerers.SelectMany(answerer => (Func<Task<double>>[])
        [
            .. Ways.Select(way => new Func<Task<double>>(async () => (await pwsh.AskAsync($"{way.Name} {answerer.Webhook} {path}"))[0])),
            () => curl is null ? Task.FromResult(double.NaN) : RunCurlAsync(curl, answerer, path),
            () => Task.FromResult(MeasureHash(content)),
        ])]);
    }

    /// <summary>The MiB by which the peak memory of a fresh process grows. A small upload comes first, so that all code is loaded.</summary>
    private static async Task<double> MeasureMemoryAsync(TestFolder folder, string way, Answerer answerer, string small, string large)
    {
        using var pwsh = Start(folder);
        var idle = (await pwsh.AskAsync($"{way} {answerer.Webhook} {small}"))[1];
        return (await pwsh.AskAsync($"{way} {answerer.Webhook} {large}"))[1] - idle;
    }

    private static AskedScript Start(TestFolder folder) => new("upload.ps1", "-Module", Pwsh.Module, "-Limit", Pwsh.Limit, "-State", folder.PathOf("state"));

    private static async Task<double> RunCurlAsync(string curl, IAnswerer answerer, string path)
    {
        var clock = Stopwatch.StartNew();
        var (exitCode, _, errors) = await Tool.RunAsync(curl, "-sSf", "-F", $"media=@{path}", answerer.Upload.AbsoluteUri);
        return exitCode == 0 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"curl failed: {errors}");
    }

    private static double MeasureHash(byte[] content)
    {
        var clock = Stopwatch.StartNew();
        SHA256.HashData(content);
        return clock.Elapsed.TotalMilliseconds;
    }
}
