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
        Simulates the WeCom group-robot webhook service on 127.0.0.1, and shows the chat in a browser.

          --port N       listen on this port; 0, the default, picks a free one
          --listen IP    listen on this address; 0.0.0.0 for all: whoever reaches it reads the chat and the keys
          --key KEY      accept this webhook key; repeatable; defaults to one random key
          --rate M/S     accept at most M messages in S seconds per robot; defaults to 20/60
          --help         show this help
        """;

    /// <summary>The options that the arguments ask for.</summary>
    /// <exception cref="FormatException">An argument is invalid; the message is one line for the user.</exception>
    public static SimulatorOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SimulatorOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
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

    private static int ParsePort(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new FormatException("--port needs a number from 0 to 65535");

    private static IPAddress ParseAddress(string? text) =>
        IPAddress.TryParse(text, out var address)
            ? address
            : throw new FormatException("--listen needs an IP address, such as 0.0.0.0 for all addresses of this machine");

    private static string ParseKey(string? text, IReadOnlyList<string> previousKeys) =>
        string.IsNullOrEmpty(text) ? throw new FormatException("--key needs a key")
        : previousKeys.Contains(text) ? throw new FormatException($"--key '{text}' is given twice")
        : text;

    private static RateRule ParseRate(string? text) =>
        text is not null && RateRule.TryParse(text, out var rule)
            ? rule
            : throw new FormatException("--rate needs messages/seconds, such as 20/60");
}
