using System;
using System.Globalization;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: the cmdlets compose a full card in less than 2 ms, once the first card of the pwsh process has been composed.</summary>
internal static class ComposeCard
{
    private const double MaxMilliseconds = 2;

    public static async Task<Table> RunAsync()
    {
        var median = double.Parse(await Pwsh.RunAsync(Pwsh.StartScript("compose-card.ps1", "-Module", Pwsh.Module)), CultureInfo.InvariantCulture);
        var table = new Table("Composing a card with the cmdlets");
        table.Claim("ms for `New-WeComCard` and 9 cmdlets of card parts, median of 200", median, MaxMilliseconds);
        return table;
    }
}
