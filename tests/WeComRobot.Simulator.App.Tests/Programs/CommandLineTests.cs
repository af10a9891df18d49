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
    public async Task Help_names_each_option_and_its_default()
    {
        var (code, output, _) = await Tool.RunAsync(Dotnet, Dll, "-h");
        Assert.Equal(0, code);
        Assert.Contains("wecom-simulator [options]", output);
        Assert.Matches(@"--port <N> .*\[default: 0\]", output);
        Assert.Matches(@"--listen <IP> .*\[default: 127\.0\.0\.1\]", output);
        Assert.Matches(@"--rate <M/S> .*\[default: 20/60\]", output);
        Assert.Contains("--key <KEY>", output);
    }

    [FactWith("dotnet")]
    public async Task The_version_is_printed()
    {
        var (code, output, _) = await Tool.RunAsync(Dotnet, Dll, "--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    [FactWith("dotnet")]
    public async Task Invalid_arguments_are_reported_in_one_line()
    {
        string[][] invalid = [["--port"], ["--port", "65536"], ["--key", ""], ["--key", "a", "--key", "a"], ["--rate", "20"], ["--rate", "0/60"], ["--prot", "1"], ["--listen"], ["--listen", "everywhere"], ["extra"]];
        foreach (var arguments in invalid)
        {
            var (code, output, error) = await Tool.RunAsync(Dotnet, [Dll, .. arguments]);
            Assert.Equal((2, ""), (code, output));
            var line = Assert.Single(error.Split('\n').SkipLast(1));
            Assert.Contains(arguments[0], line);
            Assert.EndsWith("Try --help.", line);
        }
    }

    [FactWith("dotnet")]
    public async Task A_port_in_use_says_what_to_do()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions());
        var (code, _, error) = await Tool.RunAsync(Dotnet, Dll, "--port", server.BaseAddress.Port.ToString());
        Assert.Equal(1, code);
        Assert.Equal($"Port {server.BaseAddress.Port} is in use. Is another simulator running? --port 0 picks a free one.", error.TrimEnd());
    }

    private static async Task<string> SendAsync(HttpClient http, string root)
    {
        using var content = new StringContent("""{"msgtype":"text","text":{"content":"a"}}""");
        return await (await http.PostAsync($"{root}/cgi-bin/webhook/send?key=c", content)).Content.ReadAsStringAsync();
    }
}
