using System;
using System.IO;
using System.Net;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Connections;
using WeComRobot.Simulator.App.Advice;

namespace WeComRobot.Simulator.App;

/// <summary>The simulator as a process: prints its addresses, then serves until it receives SIGINT or SIGTERM.</summary>
internal static class Program
{
    private const int BadArguments = 2;
    private const int CannotListen = 1;

    private static async Task<int> Main(string[] args)
    {
        var arguments = CommandLine.Create(RunAsync).Parse(args);
        return arguments.Errors is [var error, ..] ? Fail($"{error.Message} Try --help.", BadArguments) : await arguments.InvokeAsync();
    }

    private static async Task<int> RunAsync(SimulatorOptions options)
    {
        try
        {
            await ServeAsync(options);
            return 0;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            return Fail($"Port {options.Port} is in use. Is another simulator running? --port 0 picks a free one.", CannotListen);
        }
        catch (IOException error)
        {
            return Fail(error.Message, CannotListen);
        }
    }

    private static async Task ServeAsync(SimulatorOptions options)
    {
        var stopRequested = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, RequestStop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, RequestStop);
        await using var server = await SimulatorServer.StartAsync(options with { Adviser = new ModuleAdviser() });
        if (!IPAddress.IsLoopback(options.Listen))
        {
            Console.Error.WriteLine(
                $"warning: listening on {options.Listen}: whoever reaches http://{Dns.GetHostName()}:{server.BaseAddress.Port}/ can read the chat and the keys, and send messages");
        }

        Console.WriteLine($"listening on {server.BaseAddress.GetLeftPart(UriPartial.Authority)}");
        foreach (var key in server.Keys)
        {
            Console.WriteLine($"webhook {server.Webhook(key).AbsoluteUri}");
        }

        Console.WriteLine($"chat {server.BaseAddress}");
        await stopRequested.Task;

        void RequestStop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopRequested.TrySetResult();
        }
    }

    private static int Fail(string message, int exitCode)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }
}
