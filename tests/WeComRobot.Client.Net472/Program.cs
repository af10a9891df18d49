using System;
using System.Threading.Tasks;

namespace WeComRobot.Client.Net472;

/// <summary>
/// What tests run with Mono to try the net472 build: <c>send webhook</c>, <c>load assembly</c> or <c>split file</c>. A line for
/// each success; an error on stderr and exit code 1.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            await RunAsync(arguments);
            return 0;
        }
        catch (WeComException e)
        {
            Console.Error.WriteLine($"{e.ErrorId}: {e}");
            return 1;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            return 1;
        }
    }

    private static Task RunAsync(string[] arguments)
    {
        var (verb, subject) = arguments.Length == 2 ? (arguments[0], arguments[1]) : ("", "");
        return verb switch
        {
            "send" => SendProbe.RunAsync(subject),
            "load" => LoadProbe.RunAsync(subject),
            "split" => SplitProbe.RunAsync(subject),
            _ => throw new ArgumentException("usage: send <webhook> | load <assembly> | split <file>"),
        };
    }
}
