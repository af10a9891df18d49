using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Benchmarks;

(string Name, Func<Task<Table>> Run)[] benchmarks =
[
    ("upload-heap", UploadHeap.RunAsync),
    ("compose-card", ComposeCard.RunAsync),
    ("markdown-memory", MarkdownMemory.RunAsync),
    ("split-markdown", SplitMarkdown.RunAsync),
    ("split-pathological", Pathological.SplitAsync),
    ("plan-pathological", Pathological.PlanAsync),
    ("file-window", FileWindow.RunAsync),
    ("shared-window", SharedWindow.RunAsync),
    ("check-text", CheckText.RunAsync),
    ("pipeline", Pipeline.RunAsync),
    ("processes", Processes.RunAsync),
    ("import", Import.RunAsync),
];

// dialect-corpus <folder> has no claim; it writes a list for a reader to judge
if (args is ["dialect-corpus", var folder])
{
    return DialectCorpus.Run(folder);
}

var names = args.Except(["--all", "--check"]).ToArray();
var check = args.Contains("--check");
var all = args.Contains("--all") || (check && names.Length == 0);
if (names.Except(benchmarks.Select(b => b.Name)).Any() || all == names.Length > 0)
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

var allHold = true;
foreach (var (_, run) in benchmarks.Where(b => all || names.Contains(b.Name)))
{
    var table = await run();
    Console.WriteLine(table.ToMarkdown());
    allHold &= table.Holds;
}

return check && !allHold ? 1 : 0;
