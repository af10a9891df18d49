using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace WeComRobot.Simulator;

/// <summary>Reads the command line.</summary>
internal static class CommandLine
{
    public const string Help = """
        Simulates the WeCom group-robot webhook service on 127.0.0.1.

          --port N       port to listen on; 0, the default, picks one
          --key KEY      a webhook key that exists; repeatable; default: one random key
          --rate M/S     messages a robot may send in S seconds; default 20/60
          --help         this text
        """;

    /// <exception cref="FormatException">Says in one line what is wrong.</exception>
    public static SimulatorOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SimulatorOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            options = args[i] switch
            {
                "--port" => options with { Port = Port(value) },
                "--key" => options with { Keys = [.. options.Keys, Key(value, options.Keys)] },
                "--rate" => options with { Rate = Rate(value) },
                _ => throw new FormatException($"unknown argument '{args[i]}'; try --help"),
            };
        }

        return options;
    }

    private static int Port(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new FormatException("--port needs a number from 0 to 65535");

    private static string Key(string? text, IReadOnlyList<string> earlier) =>
        string.IsNullOrEmpty(text) ? throw new FormatException("--key needs a key")
        : earlier.Contains(text) ? throw new FormatException($"--key '{text}' is given twice")
        : text;

    private static RateRule Rate(string? text) =>
        text is not null && RateRule.TryParse(text, out var rule)
            ? rule
            : throw new FormatException("--rate needs messages/seconds, such as 20/60");
}
