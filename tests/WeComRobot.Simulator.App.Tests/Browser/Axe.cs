using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>axe-core, which finds what keeps people with disabilities from a page.</summary>
internal static class Axe
{
    // The levels A and AA of WCAG 2.0 to 2.2
    private const string Options = """{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }""";

    /// <summary>The violations, each with its rule and the element.</summary>
    public static async Task<string> FindViolationsAsync(IPage page)
    {
        // Evaluated by the browser's debugger, which the content security policy does not bind
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        return await page.EvaluateAsync<string>(
            $"async () => (await axe.run(document, {Options})).violations.flatMap(violation => violation.nodes.map(node => `${{violation.id}}: ${{node.html}} ${{node.failureSummary}}`)).join(`\n`)");
    }
}
