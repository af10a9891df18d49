using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;

namespace WeComRobot.Simulator.App;

/// <summary>Parses the command line.</summary>
internal static class CommandLine
{
    public const string Help = """
        Simulates the WeCom group-robot webhook service on this machine, and shows the chat in a browser.

          --port N       listen on this port; 0, the default, picks a free one
          --listen IP    listen on this address instead of 127.0.0.1: whoever reaches it reads the chat and the keys
          --key KEY      accept this webhook key; repeatable; defaults to one random key
          --rate M/S     accept at most M messages in S seconds per robot; defaults to 20/60, as the service does
          --help         show this help

        It prints the address of each webhook and of the chat, and runs until Ctrl+C. Examples:

          wecom-simulator --port 8080 --key ops --key dev    two robots, at addresses that stay the same
          wecom-simulator --rate 1000/1                      a test that must not wait for the rate limit
          wecom-simulator --listen 0.0.0.0 --port=8080       for containers and other machines
        """;

    /// <summary>The options that the arguments ask for.</summary>
    /// <exception cref="FormatException">An argument is invalid; the message is one line for the user.</exception>
    public static SimulatorOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions();
        string[] args = [.. arguments.SelectMany(Split)];
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            options = args[i] switch
            {
                "--port" => options with { Port = ParsePort(value) },
                "--listen" => options with { Listen = ParseAddress(value) },
                "--key" => options with { Keys = [.. options.Keys, ParseKey(value, options.Keys)] },
                "--rate" => options with { Rate = ParseRate(value) },
                _ => throw new FormatException($"unknown argument '{args[i]}'; try --help"),
            };
        }

        return options;
    }

    // --port=8080 means --port 8080
    private static string[] Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument];

    private static int ParsePort(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new FormatException("--port needs a number from 0 to 65535");

    private static IPAddress ParseAddress(string? text) =>
        IPAddress.TryParse(text, out var address)
            ? address
            : throw new FormatException("--listen needs an IP address, such as 0.0.0.0 for all of this machine");

    private static string ParseKey(string? text, IReadOnlyList<string> previousKeys) =>
        string.IsNullOrEmpty(text) ? throw new FormatException("--key needs a key")
        : previousKeys.Contains(text) ? throw new FormatException($"--key '{text}' is given twice")
        : text;

    private static RateRule ParseRate(string? text) =>
        text is not null && RateRule.TryParse(text, out var rule)
            ? rule
            : throw new FormatException("--rate needs messages/seconds, such as 20/60");
}
