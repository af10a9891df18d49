using System;
using System.Globalization;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: the cmdlets compose a full card in less than 2 ms, once the first card of the pwsh process has been composed.</summary>
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
        Console.WriteLine($"  New-WeComCard and 9 element cmdlets  {median:0.000} ms, median of 200 (claim: less than {MaxMilliseconds})");
        return median < MaxMilliseconds;
    }
}
