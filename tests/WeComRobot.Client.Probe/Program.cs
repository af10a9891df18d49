using System;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Client.Probe;

/// <summary>
/// The program with which tests try the net472 build on Mono and the net8.0 build on .NET 8: <c>runtime</c>, <c>send webhook</c>,
/// <c>outbox webhook folder</c>, <c>load assembly</c>, <c>split file</c> or <c>reference</c>. It prints a line for each success; an
/// error goes to stderr and the exit code is 1.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
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

    private static Task RunAsync(string[] arguments) => (arguments.Length, arguments.Length > 0 ? arguments[0] : "") switch
    {
        (1, "runtime") => Console.Out.WriteLineAsync(RuntimeInformation.FrameworkDescription),
        (2, "send") => SendProbe.RunAsync(arguments[1]),
        (3, "outbox") => OutboxProbe.RunAsync(arguments[1], arguments[2]),
        (2, "load") => LoadProbe.RunAsync(arguments[1]),
        (2, "split") => SplitProbe.RunAsync(arguments[1]),
        (1, "reference") => ReferenceProbe.RunAsync(),
        _ => throw new ArgumentException("usage: runtime | send <webhook> | outbox <webhook> <folder> | load <assembly> | split <file> | reference"),
    };
}
