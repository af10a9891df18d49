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
        var processes = ways.Select((way, i) => MeasuredProcess.Of(way.Start, folder.PathOf($"cache{i}")));
        var medians = await Turns.MeasureAsync(Rounds, [.. processes]);

        var table = new Table(
            "Processes that send one text", $"median of {Rounds}", "time", "to the limit", "to `Invoke-RestMethod`", "CPU time", "to the limit", "peak memory");
        var (time, cpu) = (medians.Select(median => median[0]).ToArray(), medians.Select(median => median[1]).ToArray());
        foreach (var (i, (name, _)) in ways.Index())
        {
            table.AddRow(
                name, $"{time[i]:0} ms", $"{time[i] / time[0]:0.00}", $"{time[i] / time[2]:0.00}",
                $"{cpu[i]:0} ms", $"{cpu[i] / cpu[0]:0.00}", $"{medians[i][2]:0} MiB");
        }

        table.Claim("WeComRobot, to the limit", time[1] / time[0], MaxLimitRatio);
        table.Claim("WeComRobot, to `Invoke-RestMethod`", time[1] / time[2], MaxTodayRatio);
        table.Claim("messages that did not arrive", ((Rounds + 1) * (ways.Count(way => way.Start is not null) - 1)) - answerer.Requests, 0);
        return table;
    }
}
