using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Benchmarks;

// Each benchmark prints its measurements beside its claim; the exit code is 0 if all claims hold.
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
    ("check-text", CheckText.RunAsync),
    ("import", Import.RunAsync),
];

// dialect-corpus <folder> has no claim; it writes a list for a reader to judge
if (args is ["dialect-corpus", var folder])
{
    return DialectCorpus.Run(folder);
}

var chosen = benchmarks.Where(b => args.Length == 0 || args.Contains(b.Name)).ToArray();
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"There is no such benchmark. The benchmarks are: {string.Join(", ", benchmarks.Select(b => b.Name))}");
    return 2;
}

var allHold = true;
foreach (var (name, run) in chosen)
{
    Console.WriteLine($"{name}:");
    allHold &= await run();
}

return allHold ? 0 : 1;
