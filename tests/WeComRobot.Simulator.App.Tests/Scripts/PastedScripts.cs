using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Engine;
using WeComRobot.Media;
using WeComRobot.Robots;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>Runs the scripts of many payloads in one PowerShell, against a simulator, with a robot for each script.</summary>
internal sealed class PastedScripts : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 8 };

    private readonly TestFolder _folder = new();
    private readonly SimulatorServer _server;
    private int _used;

    private PastedScripts(SimulatorServer server) => _server = server;

    public static async Task<PastedScripts> StartAsync(int robots) => new(await SimulatorServer.StartAsync(new()
    {
        Keys = [.. Enumerable.Range(0, robots).Select(_ => Guid.NewGuid().ToString())],
        Rate = new(100_000, TimeSpan.FromSeconds(1)),
    }));

    /// <summary>Puts a file where the scripts run.</summary>
    public void Write(string name, byte[] content) => _folder.Write(name, content);

    /// <summary>The webhook of a robot that has received nothing yet.</summary>
    public Uri NextWebhook() => _server.Webhook(_server.Keys[_used++]);

    /// <summary>The media id of an upload, which only that robot can send.</summary>
    public async Task<string> UploadAsync(Uri webhook, byte[] content, MediaType type)
    {
        using var client = new RobotClient();
        using var file = MediaFile.Open(_folder.Write($"{type}", content), type);
        return (await client.UploadAsync(WebhookAddress.Parse(webhook.AbsoluteUri), file)).MediaId;
    }

    public async Task<IReadOnlyList<PastedScript>> RunAsync(IReadOnlyList<PastedScript> scripts)
    {
        var (input, output) = (_folder.PathOf("scripts.json"), _folder.PathOf("outcomes.json"));
        await File.WriteAllTextAsync(input, JsonSerializer.Serialize(scripts.Select(s => new { s.Script, s.Language }), Json));
        var (exitCode, said) = await Pwsh.RunAsync(
            "-File", Path.Combine(AppContext.BaseDirectory, "Scripts", "Invoke-PastedScript.ps1"),
            "-Module", Path.Combine(Repository.Root, "WeComRobot.psd1"), "-InputFile", input, "-OutputFile", output);
        Assert.True(exitCode == 0, said);

        var outcomes = JsonSerializer.Deserialize<Outcome[]>(await File.ReadAllTextAsync(output), Json)!;
        var received = _server.Messages.ToLookup(message => message.Key);
        return [.. scripts.Zip(outcomes, (script, outcome) => script with
        {
            Warnings = outcome.Warnings,
            Errors = outcome.Errors,
            Received = [.. _server.Keys.Where(key => script.Script.Contains(key)).SelectMany(key => received[key])],
        })];
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _server.DisposeAsync();
    }

    private sealed record Outcome(string[] Warnings, string[] Errors);
}
