using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Benchmarks;

// Each benchmark prints what it measured and whether the claim holds; the exit code tells whether all do.
(string Name, Func<Task<bool>> Run)[] benchmarks =
[
    ("upload-heap", UploadHeap.RunAsync),
    ("compose-card", ComposeCard.RunAsync),
    ("markdown-memory", MarkdownMemory.RunAsync),
    ("split-markdown", SplitMarkdown.RunAsync),
    ("split-pathological", Pathological.SplitAsync),
    ("plan-pathological", Pathological.PlanAsync),
    ("file-window", FileWindow.RunAsync),
    ("shared-window", SharedWindow.RunAsync),
    ("look-at-text", LookAtText.RunAsync),
    ("import", Import.RunAsync),
];

// No claim, but a list for a reader to judge: dialect-corpus <folder>
if (args is ["dialect-corpus", var folder])
{
    return DialectCorpus.Run(folder);
}

var chosen = benchmarks.Where(b => args.Length == 0 || args.Contains(b.Name)).ToArray();
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"There is no such benchmark. There are: {string.Join(", ", benchmarks.Select(b => b.Name))}");
    return 2;
}

var allHold = true;
foreach (var (name, run) in chosen)
{
    Console.WriteLine($"{name}:");
    allHold &= await run();
}

return allHold ? 0 : 1;
