using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.App.Tests.Programs;

/// <summary>The simulator as a process of its own.</summary>
public sealed class CommandLineTests
{
    private static readonly string Dotnet = Tool.Find("dotnet") ?? "dotnet";
    private static readonly string Dll = typeof(CommandLine).Assembly.Location;

    [FactWith("dotnet", "kill")]
    public async Task It_prints_its_addresses_serves_and_stops_on_a_signal()
    {
        using var process = Tool.Start(Dotnet, Dll, "--port", "0", "--key", "a b", "--key", "c", "--rate", "1/60");
        try
        {
            var first = await process.StandardOutput.ReadLineAsync();
            Assert.Matches(@"^listening on http://127\.0\.0\.1:\d+$", first);
            var root = first!["listening on ".Length..];
            Assert.Equal($"webhook {root}/cgi-bin/webhook/send?key=a%20b", await process.StandardOutput.ReadLineAsync());
            Assert.Equal($"webhook {root}/cgi-bin/webhook/send?key=c", await process.StandardOutput.ReadLineAsync());
            Assert.Equal($"chat {root}/", await process.StandardOutput.ReadLineAsync());

            using var http = new HttpClient();
            Assert.Contains("\"errcode\":0", await SendAsync(http, root));
            Assert.Contains("\"errcode\":45009", await SendAsync(http, root));

            await Tool.RunAsync(Tool.Find("kill")!, "-TERM", process.Id.ToString());
            await process.WaitForExitAsync();
            Assert.Equal((0, ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync()));
        }
        finally
        {
            process.Kill();
        }
    }

    [FactWith("dotnet")]
    public async Task Help_is_printed()
    {
        var (code, output, _) = await Tool.RunAsync(Dotnet, Dll, "--help");
        Assert.Equal(0, code);
        Assert.Contains("--rate M/S", output);
        Assert.Contains("--listen IP", output);
    }

    [FactWith("dotnet")]
    public async Task Invalid_arguments_are_reported_in_one_line()
    {
        string[][] invalid = [["--port"], ["--port", "65536"], ["--key", ""], ["--key", "a", "--key", "a"], ["--rate", "20"], ["--rate", "0/60"], ["--prot", "1"], ["--listen"], ["--listen", "everywhere"], ["--listen=", "1"]];
        foreach (var arguments in invalid)
        {
            var (code, output, error) = await Tool.RunAsync(Dotnet, [Dll, .. arguments]);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains(arguments[0].TrimEnd('='), Assert.Single(error.Split('\n').SkipLast(1)));
        }
    }

    [FactWith("dotnet")]
    public async Task A_port_in_use_is_reported_in_one_line()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions());
        var (code, _, error) = await Tool.RunAsync(Dotnet, Dll, "--port", server.BaseAddress.Port.ToString());
        Assert.Equal(1, code);
        Assert.Single(error.Split('\n').SkipLast(1));
    }

    private static async Task<string> SendAsync(HttpClient http, string root)
    {
        using var content = new StringContent("""{"msgtype":"text","text":{"content":"a"}}""");
        return await (await http.PostAsync($"{root}/cgi-bin/webhook/send?key=c", content)).Content.ReadAsStringAsync();
    }
}
