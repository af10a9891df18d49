using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: ConvertTo-WeComMarkdown streams. Over 100,000 objects the heap grows by less than a tenth of the Markdown written.</summary>
internal static class MarkdownMemory
{
    private const double MaxShare = 0.1;

    public static async Task<bool> RunAsync()
    {
        if (await PwshScript.RunAsync("markdown-memory.ps1") is not { } output)
        {
            return false;
        }

        var numbers = output.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var share = Math.Max(0, numbers[0]) / (double)numbers[1];
        Console.WriteLine($"  100,000 objects           {numbers[1] / 1024.0 / 1024.0:0.0} MiB of Markdown");
        Console.WriteLine($"  peak growth of live heap  +{numbers[0] / 1024.0 / 1024.0:0.00} MiB since the first tenth");
        Console.WriteLine($"  ratio                     {share:0.000} (claim: less than {MaxShare})");
        return share < MaxShare;
    }
}
