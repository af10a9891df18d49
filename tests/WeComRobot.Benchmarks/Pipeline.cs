using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claims, about messages from a pipeline: a text takes at most 1.5 times as long as the limit with the rate window in memory, 2 times
/// with one in a file, and less than half as long as Invoke-RestMethod. It allocates at most 12 KB. A card takes at most 2.2 times as
/// long as its limit. There is one connection.
/// </summary>
internal static class Pipeline
{
    private const int Rounds = 25;
    private const int Messages = 500;

    /// <summary>The ways of pipeline.ps1, by the kind of message.</summary>
    private static readonly (string Name, string Row)[] Ways =
    [
        ("text-limit", "text: the limit"),
        ("text-memory", "text: window in memory"),
        ("text-file", "text: window in a file"),
        ("text-outbox", "text: window in a file, `-OnFailure Outbox`"),
        ("text-today", "text: `Invoke-RestMethod`"),
        ("card-limit", "card: the limit"),
        ("card-memory", "card: window in memory"),
        ("card-file", "card: window in a file"),
        ("card-today", "card: `Invoke-RestMethod`"),
    ];

    public static async Task<Table> RunAsync()
    {
        using var state = new TestFolder();
        using var pwsh = new AskedScript("pipeline.ps1", "-Module", Pwsh.Module, "-Limit", Pwsh.Limit, "-State", state.FullName, "-Count", $"{Messages}");
        IAnswerer[] answerers = [.. Ways.Select(_ => new KestrelAnswerer()), .. Ways.Select(_ => new Answerer())];
        var sends = answerers.Select((answerer, i) => new Func<Task<double[]>>(() => pwsh.AskAsync($"{Ways[i % Ways.Length].Name} {answerer.Webhook}")));
        var medians = await Turns.MeasureAsync(Rounds, [.. sends]);

        var table = Report(Ways.Index().ToDictionary(
            way => way.Item.Name,
            way => new Result(medians[way.Index], medians[Ways.Length + way.Index], answerers[way.Index].Connections)));
        table.Claim("messages that did not arrive", answerers.Sum(answerer => (Messages * (Rounds + 1)) - answerer.Requests), 0);
        foreach (var answerer in answerers)
        {
            answerer.Dispose();
        }

        return table;
    }

    private static Table Report(Dictionary<string, Result> results)
    {
        var table = new Table(
            $"Messages from a pipeline of {Messages}, to a web server and to raw sockets",
            $"a message, median of {Rounds}", "time", "to the limit", "to `Invoke-RestMethod`", "allocated", "connections", "raw sockets", "to the limit");
        foreach (var (name, row) in Ways)
        {
            var (result, limit, today) = (results[name], results[$"{name[..4]}-limit"], results[$"{name[..4]}-today"]);
            table.AddRow(
                row, $"{result.Time:0.000} ms", $"{result.Time / limit.Time:0.00}", $"{result.Time / today.Time:0.00}", $"{result.Kilobytes:0.0} KB",
                $"{result.Connections}", $"{result.SocketTime:0.000} ms", $"{result.SocketTime / limit.SocketTime:0.00}");
        }

        var (memory, file, card) = (results["text-memory"], results["text-file"], results["card-file"]);
        table.Claim("text, window in memory, to the limit", memory.Time / results["text-limit"].Time, 1.5);
        table.Claim("text, window in a file, to the limit", file.Time / results["text-limit"].Time, 2);
        table.Claim("card, window in a file, to the limit", card.Time / results["card-limit"].Time, 2.2);
        table.Claim("text, window in memory, to `Invoke-RestMethod`", memory.Time / results["text-today"].Time, 0.5);
        table.Claim("text, window in a file, to `Invoke-RestMethod`", file.Time / results["text-today"].Time, 0.5);
        table.Claim("KB allocated for a text, window in memory", memory.Kilobytes, 12);
        table.Claim("KB allocated for a text, window in a file", file.Kilobytes, 12);
        table.Claim("connections", new[] { memory, file, card }.Max(result => result.Connections), 1);
        return table;
    }

    /// <summary>What a way of sending took, to the web server and to raw sockets.</summary>
    private sealed record Result(double[] Kestrel, double[] Sockets, int Connections)
    {
        public double Time => Kestrel[0];

        public double Kilobytes => Kestrel[1];

        public double SocketTime => Sockets[0];
    }
}
