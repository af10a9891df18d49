using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: ConvertTo-WeComMarkdown streams. Over 100,000 objects the heap grows by less than a tenth of the Markdown written.</summary>
internal static class MarkdownMemory
{
    private const double MaxShare = 0.1;

    public static async Task<Table> RunAsync()
    {
        var output = await Pwsh.RunAsync(Pwsh.StartScript("markdown-memory.ps1", "-Module", Pwsh.Module));
        var numbers = output.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var share = Math.Max(0, numbers[0]) / (double)numbers[1];
        var table = new Table("Memory of `ConvertTo-WeComMarkdown` over 100,000 objects", "", "size", "ratio");
        table.AddRow("Markdown written", $"{numbers[1] / 1024.0 / 1024.0:0.0} MiB", "1");
        table.AddRow("peak growth of the live heap since the first tenth", $"{numbers[0] / 1024.0 / 1024.0:0.00} MiB", $"{share:0.000}");
        table.Claim("growth of the heap, as a share of what is written", share, MaxShare);
        return table;
    }
}
