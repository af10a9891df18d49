using System;
using System.Globalization;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>A full card is composed by cmdlets in less than 2 ms, after the first in a pwsh process.</summary>
internal static class ComposeCard
{
    private const double MaxMilliseconds = 2;

    public static async Task<bool> RunAsync()
    {
        if (await PwshScript.RunAsync("compose-card.ps1") is not { } output)
        {
            return false;
        }

        var median = double.Parse(output, CultureInfo.InvariantCulture);
        Console.WriteLine($"  New-WeComCard and 9 part cmdlets  {median:0.000} ms, median of 200 (claim: less than {MaxMilliseconds})");
        return median < MaxMilliseconds;
    }
}
