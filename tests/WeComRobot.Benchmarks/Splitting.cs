using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claim: splitting 10 MiB, as Markdown or as plain text, takes at most three times as long as counting its bytes and copying it, and allocates at
/// most three times the size of the text.
/// </summary>
internal static class Splitting
{
    private const int Bytes = 10 * 1024 * 1024;
    private const int PartBytes = 4096;
    private const int Rounds = 50;
    private const double MaxTimeRatio = 3;
    private const double MaxAllocationRatio = 3;

    private const string Report = """
        ## 夜间备份 2026-11-21 🚨

        今天的备份任务在 **web01** 上失败了，磁盘 `/data` 已用 95%。请值班同事先清理日志，再重新运行任务；如果仍然失败，请联系
        [运维手册](https://example.com/runbook/backup) 中列出的负责人。The nightly backup ran for 3 h 12 min and copied 1.2 TB in
        48,211 files. Two hosts did not answer within the time limit.

        | 主机 | 分区 | 已用 | 状态 |
        | :--- | :--- | ---: | :---: |
        | web01 | /data | 95% | ❌ |
        | web02 | /data | 61% | ✅ |
        | db01 | /var/lib/mysql | 72% | ✅ |

        > 备注：以上数据来自监控系统，
        > collected every five minutes from all hosts.

        - 清理 `/data/logs` 中 30 天以前的文件
          - keep the audit logs, they are needed until January
        - 重新运行备份
        1. restart the agent
        2. check its log

        ```powershell
        Get-ChildItem /data/logs -Recurse | Where-Object LastWriteTime -lt (Get-Date).AddDays(-30) | Remove-Item
        Start-BackupJob -Name nightly -Host web01
        ```


        """;

    public static Task<Table> RunAsync()
    {
        var text = string.Concat(Enumerable.Repeat(Report.ReplaceLineEndings("\n"), (Bytes / Encoding.UTF8.GetByteCount(Report)) + 1));
        Func<object>[] works = [() => CountAndCopy(text), () => MarkdownSplitter.Split(text, PartBytes), () => TextSplitter.Split(text, PartBytes)];
        var best = works.Select(_ => Measurement.Worst).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            // The works take turns, so that other work on the machine slows all of them
            for (var i = 0; i < works.Length; i++)
            {
                best[i] = best[i].FasterOf(Measure(works[i]));
            }
        }

        var table = new Table("Splitting 10 MiB", $"best of {Rounds}", "time", "ratio", "allocated, ratio to the content");
        foreach (var (i, name) in new[] { "`GetByteCount` and a copy", "as Markdown", "as plain text" }.Index())
        {
            var time = best[i].Time / best[0].Time;
            var allocated = best[i].Bytes / (double)(text.Length * sizeof(char));
            table.AddRow(name, $"{best[i].Time.TotalMilliseconds:0.0} ms", $"{time:0.00}", $"{allocated:0.00}");
            if (i > 0)
            {
                table.Claim($"{name}, time", time, MaxTimeRatio);
                table.Claim($"{name}, allocated", allocated, MaxAllocationRatio);
            }
        }

        return Task.FromResult(table);
    }

    private static string CountAndCopy(string text) => Encoding.UTF8.GetByteCount(text) > 0 ? new string(text.AsSpan()) : "";

    private static Measurement Measure(Func<object> work)
    {
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        work();
        return new(clock.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed record Measurement(TimeSpan Time, long Bytes)
    {
        public static Measurement Worst { get; } = new(TimeSpan.MaxValue, long.MaxValue);

        public Measurement FasterOf(Measurement other) => other.Time < Time ? other : this;
    }
}
