using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.App.Tests.Programs;

/// <summary>--listen: the addresses that the program serves, and what it says of them.</summary>
public sealed class ListenTests
{
    private static readonly string Dotnet = Tool.Find("dotnet") ?? "dotnet";
    private static readonly string Dll = typeof(CommandLine).Assembly.Location;

    [FactWith("dotnet")]
    public Task All_addresses_are_warned_of() => ListensAsync("0.0.0.0", "127.0.0.1", isWarnedOf: true);

    [IPv6Fact]
    public Task All_IPv6_addresses_are_warned_of() => ListensAsync("::", "[::1]", isWarnedOf: true);

    [FactWith("dotnet")]
    public Task A_loopback_address_is_not_warned_of() => ListensAsync("127.0.0.1", "127.0.0.1", isWarnedOf: false);

    [IPv6Fact]
    public Task The_IPv6_loopback_address_is_not_warned_of() => ListensAsync("::1", "[::1]", isWarnedOf: false);

    [FactWith("dotnet")]
    public async Task An_address_of_another_machine_is_reported_in_one_line()
    {
        // An address that is reserved for documents
        var (code, output, error) = await Tool.RunAsync(Dotnet, Dll, "--listen", "203.0.113.1");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("203.0.113.1", Assert.Single(error.Split('\n').SkipLast(1)));
    }

    private static async Task ListensAsync(string address, string host, bool isWarnedOf)
    {
        using var process = Tool.Start(Dotnet, Dll, $"--listen={address}", "--key=a");
        try
        {
            var root = (await process.StandardOutput.ReadLineAsync())?["listening on ".Length..];
            Assert.StartsWith($"http://{host}:", root);
            Assert.Equal($"webhook {root}/cgi-bin/webhook/send?key=a", await process.StandardOutput.ReadLineAsync());
            Assert.Equal($"chat {root}/", await process.StandardOutput.ReadLineAsync());

            using var http = new HttpClient();
            Assert.Equal("[]", await http.GetStringAsync($"{root}/simulator/messages"));
            process.Kill();
            var warning = isWarnedOf
                ? $"warning: listening on {address}: whoever reaches http://{Dns.GetHostName()}:{new Uri(root!).Port}/ can read the chat and the keys, and send messages"
                : "";
            Assert.Equal(warning, (await process.StandardError.ReadToEndAsync()).TrimEnd());
        }
        finally
        {
            process.Kill();
        }
    }
}

/// <summary>A test that is skipped where this machine has no IPv6, as in many containers.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IPv6FactAttribute : FactWithAttribute
{
    public IPv6FactAttribute()
        : base("dotnet")
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        }
        catch (SocketException)
        {
            Skip = "This machine has no IPv6.";
        }
    }
}
