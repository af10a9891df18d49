using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claim: a pwsh process that imports the module, sends one text and ends takes at most 1.12 times as long as with the limit, and at most
/// 0.92 times as long as with Invoke-RestMethod.
/// </summary>
internal static class Processes
{
    private const int Rounds = 15;
    private const double MaxLimitRatio = 1.12;
    private const double MaxTodayRatio = 0.92;
    private const string Payload = """{"msgtype":"text","text":{"content":"磁盘将满"}}""";

    public static async Task<Table> RunAsync()
    {
        using var folder = new TestFolder();
        using var answerer = new Answerer();
        var webhook = answerer.Webhook;
        var limit = Pwsh.StartInfo("-Command", $"Import-Module '{Pwsh.Limit}'; Send-LimitText -Uri '{webhook}' -Body '{Payload}'");
        var ours = Pwsh.StartInfo("-Command", $"Import-Module '{Pwsh.Module}'; Send-WeComText 磁盘将满 -Robot '{webhook}'");
        ours.Environment["WECOM_STATE_DIR"] = folder.FullName;
        var today = Pwsh.StartInfo("-Command", $$"""
            $body = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json @{ msgtype = 'text'; text = @{ content = '磁盘将满' } } -Depth 10))
            $answer = Invoke-RestMethod '{{webhook}}' -Method Post -ContentType 'application/json; charset=utf-8' -Body $body
            if ($answer.errcode -ne 0) { throw $answer.errmsg }
            """);
        var curl = Tool.Find("curl") is { } path ? new ProcessStartInfo(path, ["-sf", "--json", Payload, webhook.AbsoluteUri]) : null;
        (string Name, ProcessStartInfo? Start)[] ways =
        [
            ("pwsh with the limit", limit),
            ("pwsh with WeComRobot", ours),
            ("pwsh with `Invoke-RestMethod`", today),
            ("pwsh that sends nothing", Pwsh.StartInfo("-Command", "exit")),
            ("curl", curl),
            ($"Node with `{NodePush.Package}`", NodePush.Install(folder.FullName, webhook)),
        ];
        var medians = await Turns.MeasureAsync(Rounds, [.. ways.Select(way => MeasuredProcess.Of(way.Start))]);

        var table = new Table(
            "Processes that send one text", $"median of {Rounds}", "time", "to the limit", "to `Invoke-RestMethod`", "CPU time", "to the limit", "peak memory");
        foreach (var (i, (name, _)) in ways.Index())
        {
            var (time, cpu, memory) = (medians[i][0], medians[i][1], medians[i][2]);
            table.AddRow(
                name, Cell($"{time:0} ms"), Cell($"{time / medians[0][0]:0.00}"), Cell($"{time / medians[2][0]:0.00}"),
                Cell($"{cpu:0} ms"), Cell($"{cpu / medians[0][1]:0.00}"), Cell($"{memory:0} MiB"));
        }

        table.Claim("WeComRobot, to the limit", medians[1][0] / medians[0][0], MaxLimitRatio);
        table.Claim("WeComRobot, to `Invoke-RestMethod`", medians[1][0] / medians[2][0], MaxTodayRatio);
        table.Claim("messages that did not arrive", ((Rounds + 1) * (ways.Count(way => way.Start is not null) - 1)) - answerer.Requests, 0);
        return table;
    }

    private static string Cell(string text) => text.StartsWith("NaN", StringComparison.Ordinal) ? "not measured" : text;
}
