using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using WeComRobot.Engine;
using WeComRobot.Quickstart;
using WeComRobot.Simulator;
using WeComRobot.Simulator.App.Advice;

// The default encoding of a console may not have Chinese characters
Console.OutputEncoding = System.Text.Encoding.UTF8;
var unknown = args.FirstOrDefault(a => a != "--exit");
if (unknown is not null)
{
    Console.Error.WriteLine($"Unknown argument '{unknown}'. The only one is --exit, which ends the program after the tour instead of waiting for more messages.");
    return 2;
}

await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Adviser = new ModuleAdviser() });
using var samples = SampleFiles.Create();
var endsAfterTour = args.Contains("--exit");
if (!endsAfterTour)
{
    Console.WriteLine($"Open {simulator.BaseAddress} in a browser: it shows what the group would see, as it arrives.");
}


Console.WriteLine("Looking for PowerShell: the pwsh on PATH, or else the .NET tool, which is downloaded once …");
var engine = PowerShellEngine.Find(out var noPowerShellReason);
var webhook = simulator.Webhook().AbsoluteUri;
var exitCode = engine is null
    ? await ClientTour.RunAsync(webhook, samples, noPowerShellReason)
    : Run(engine.StartInfo(
        "-File", Path.Combine(Repository.Root, "docs", "quickstart", "tour.ps1"), "-Robot", webhook, "-Samples", samples.Folder));

Console.WriteLine("The simulator received:");
foreach (var message in simulator.Messages)
{
    Console.WriteLine($"  {message.MessageType,-14} {Excerpt(message.Body)}");
}

if (exitCode == 0 && !endsAfterTour)
{
    Console.WriteLine();
    Console.WriteLine($"The chat is at {simulator.BaseAddress}, and {simulator.BaseAddress}composer makes cards and Markdown, with their PowerShell.");
    Console.WriteLine($"To send more, start PowerShell ({engine?.Prompt ?? "pwsh"}) in {Repository.Root}:");
    Console.WriteLine($"  Import-Module '{Path.Combine(Repository.Root, "WeComRobot.psd1").Replace("'", "''", StringComparison.Ordinal)}'");
    Console.WriteLine($"  Send-WeComText '你好' -Robot '{simulator.Webhook()}'");
    Console.WriteLine("Press Ctrl+C to stop.");
    using var stopRequested = new ManualResetEventSlim();
    Console.CancelKeyPress += (_, e) => { e.Cancel = true; stopRequested.Set(); };
    stopRequested.Wait();
}

return exitCode;

static int Run(ProcessStartInfo start)
{
    using var process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}

static string Excerpt(string body) => body.Length <= 100 ? body : body[..100] + "…";
