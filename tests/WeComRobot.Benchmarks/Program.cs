using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Benchmarks;

// The exit code for a claim that is missed; a benchmark that fails has another
const int Missed = 1;

(string Name, Func<Task<Table>> Run)[] benchmarks =
[
    ("upload-heap", UploadHeap.RunAsync),
    ("compose-card", ComposeCard.RunAsync),
    ("markdown-memory", MarkdownMemory.RunAsync),
    ("serializing", Serializing.RunAsync),
    ("media-checks", MediaChecks.RunAsync),
    ("splitting", Splitting.RunAsync),
    ("cleaning", Cleaning.RunAsync),
    ("split-pathological", Pathological.SplitAsync),
    ("plan-pathological", Pathological.PlanAsync),
    ("rate-window", RateWindowCost.RunAsync),
    ("redis-memory", RedisMemory.RunAsync),
    ("bursts", Bursts.RunAsync),
    ("check-text", CheckText.RunAsync),
    ("pipeline", Pipeline.RunAsync),
    ("processes", Processes.RunAsync),
    ("upload", Upload.RunAsync),
    ("chat-page", ChatPage.RunAsync),
    ("import", Import.RunAsync),
];

// dialect-corpus <folder> has no claim; it writes a list for a reader to judge
if (args is ["dialect-corpus", var folder])
{
    return DialectCorpus.Run(folder);
}

var check = args.Contains("--check");
var named = args.Except(["--all", "--check"]).ToArray();
var all = args.Contains("--all") || (check && named.Length == 0);
var chosen = benchmarks.Where(b => all || named.Contains(b.Name)).ToArray();
var hasBothOrNeither = all == (named.Length > 0);
if (hasBothOrNeither || chosen.Length < named.Length)
{
    Console.Error.WriteLine($"""
        <name>… prints the tables of these benchmarks, --all those of all; with --check, the exit code says whether their claims hold.
        The benchmarks are: {string.Join(", ", benchmarks.Select(b => b.Name))}
        """);
    return 2;
}

if (all)
{
    Console.WriteLine(await Machine.DescribeAsync(args));
}

if (chosen is [var (_, run)])
{
    var table = await run();
    Console.WriteLine(table.ToMarkdown());
    return check && !table.Holds ? Missed : 0;
}

// Each has a process of its own, so that none finds the heap, the compiled code and the threads of another
var worst = 0;
foreach (var (name, _) in chosen)
{
    string[] arguments = check ? [name, "--check"] : [name];
    using var process = Process.Start("dotnet", [typeof(Table).Assembly.Location, .. arguments]);
    await process.WaitForExitAsync();
    worst = Math.Max(worst, process.ExitCode);
}

return worst;
