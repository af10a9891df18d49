using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using WeComRobot.Engine;
using WeComRobot.Quickstart;
using WeComRobot.Simulator;

// Chinese must survive a console that is not UTF-8 by default
Console.OutputEncoding = System.Text.Encoding.UTF8;
var unknown = args.FirstOrDefault(a => a != "--exit");
if (unknown is not null)
{
    Console.Error.WriteLine($"Unknown argument '{unknown}'. There is --exit: end after the tour, instead of waiting for more messages.");
    return 2;
}

await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions());
using var samples = SampleFiles.Create();
Console.WriteLine($"A simulator of the WeCom service listens on {simulator.BaseAddress}");

Console.WriteLine("Looking for PowerShell: the pwsh on PATH, else the one of 'dotnet tool restore', which is downloaded once …");
var engine = PowerShellEngine.Find(out var missing);
var webhook = simulator.Webhook().AbsoluteUri;
var exitCode = engine is null
    ? await ClientTour.RunAsync(webhook, samples, missing)
    : Run(engine.StartInfo(
        "-File", Path.Combine(Repository.Root, "docs", "quickstart", "tour.ps1"), "-Robot", webhook, "-Samples", samples.Folder));

Console.WriteLine("What the server received:");
foreach (var message in simulator.Messages)
{
    Console.WriteLine($"  {message.MessageType,-14} {Excerpt(message.Body)}");
}

if (exitCode == 0 && !args.Contains("--exit"))
{
    Console.WriteLine();
    Console.WriteLine($"See it as a chat: {simulator.BaseAddress}");
    Console.WriteLine($"Send more from a PowerShell of your own ({engine?.Prompt ?? "pwsh"}, in {Repository.Root}):");
    Console.WriteLine($"  Import-Module {Path.Combine(Repository.Root, "WeComRobot.psd1")}");
    Console.WriteLine($"  Send-WeComText '你好' -Robot '{simulator.Webhook()}'");
    Console.WriteLine("Ctrl+C ends it.");
    using var ended = new ManualResetEventSlim();
    Console.CancelKeyPress += (_, e) => { e.Cancel = true; ended.Set(); };
    ended.Wait();
}

return exitCode;

static int Run(ProcessStartInfo start)
{
    using var process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}

static string Excerpt(string body) => body.Length <= 100 ? body : body[..100] + "…";
