using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>What BenchmarkDotNet runs, in this process: one work after another. It asks for a class that is public and not sealed.</summary>
public class MeasuredWork
{
    /// <summary>The works that are measured now.</summary>
    public static IReadOnlyList<Work> Works { get; private set; } = [];

    /// <summary>The work of a run.</summary>
    [ParamsSource(nameof(Works))]
    public Work Current { get; set; } = null!;

    /// <summary>Does the work once. The result is returned, so that the compiler leaves nothing out.</summary>
    [Benchmark]
    public object Run() => Current.Run();

    /// <summary>Measures works for a short time each; nothing is printed, and nothing is left on the disk.</summary>
    internal static Cost[] Measure(IEnumerable<Func<object>> works)
    {
        Works = [.. works.Select((run, i) => new Work(i, run))];
        using var folder = new TestFolder();
        var job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(10)).WithWarmupCount(1).WithIterationCount(5);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile).WithArtifactsPath(folder.FullName);
        var costs = new Cost[Works.Count];
        foreach (var report in BenchmarkRunner.Run<MeasuredWork>(config).Reports)
        {
            costs[((Work)report.BenchmarkCase.Parameters[nameof(Current)]).Index] = CostIn(report);
        }

        return costs;
    }

    /// <summary>The fastest iteration counts: other work on the machine can only slow them.</summary>
    private static Cost CostIn(BenchmarkReport report) => new(
        report.ResultStatistics?.Min ?? throw new InvalidOperationException(string.Join(Environment.NewLine, report.ExecuteResults.SelectMany(result => result.Errors))),
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
}

/// <summary>A work to measure.</summary>
/// <param name="Index">Its index among the others.</param>
/// <param name="Run">Does it once.</param>
public sealed record Work(int Index, Func<object> Run);
