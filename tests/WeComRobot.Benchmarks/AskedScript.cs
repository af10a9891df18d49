using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Benchmarks;

/// <summary>A script beside the benchmarks, in a pwsh process of its own, that answers each line of its input with numbers.</summary>
internal sealed class AskedScript : IDisposable
{
    private readonly Process _pwsh;

    public AskedScript(string name, params string[] arguments)
    {
        var start = Pwsh.StartScript(name, arguments);
        start.RedirectStandardInput = true;
        _pwsh = Process.Start(start)!;
    }

    /// <summary>Asks the script.</summary>
    /// <returns>The numbers of its answer.</returns>
    public async Task<double[]> AskAsync(string line)
    {
        await _pwsh.StandardInput.WriteLineAsync(line);
        var answer = await _pwsh.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The script failed at: {line}");
        return [.. answer.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _pwsh.StandardInput.Close();
        _pwsh.WaitForExit();
        _pwsh.Dispose();
    }
}
