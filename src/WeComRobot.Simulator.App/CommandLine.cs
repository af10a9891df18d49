using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.App;

/// <summary>The command line: the options, their help and what they take.</summary>
internal static class CommandLine
{
    private const string Description = """
        Simulates the WeCom group-robot webhook service on this machine, and shows the chat in a browser. It prints the address of each
        webhook and of the chat, and runs until Ctrl+C. Examples:

          wecom-simulator --port 8080 --key ops --key dev    two robots, at addresses that stay the same
          wecom-simulator --rate 1000/1                      a test that must not wait for the rate limit
          wecom-simulator --listen 0.0.0.0 --port 8080       for containers and other machines
        """;

    private static readonly SimulatorOptions Defaults = new();

    private static readonly Option<int> Port = Create(
        "--port", "N", "listen on this port; 0 picks a free one", Defaults.Port, TryParsePort, "a number from 0 to 65535");

    private static readonly Option<IPAddress> Listen = Create<IPAddress>(
        "--listen", "IP", "listen on this address: whoever reaches it reads the chat and the keys",
        Defaults.Listen, IPAddress.TryParse, "an IP address, such as 0.0.0.0 for all of this machine");

    private static readonly Option<RateRule> Rate = Create<RateRule>(
        "--rate", "M/S", "accept at most M messages in S seconds per robot", Defaults.Rate, RateRule.TryParse, "messages/seconds, such as 20/60");

    private static readonly Option<string[]> Keys = CreateKeys();

    private delegate bool Parser<T>(string text, out T? value);

    /// <param name="serve">Serves with the options that the arguments ask for, and returns the exit code.</param>
    public static RootCommand Create(Func<SimulatorOptions, Task<int>> serve)
    {
        var command = new RootCommand(Description) { Port, Listen, Keys, Rate };
        command.SetAction(result => serve(new()
        {
            Port = result.GetValue(Port),
            Listen = result.GetRequiredValue(Listen),
            Keys = result.GetValue(Keys) ?? [],
            Rate = result.GetRequiredValue(Rate),
        }));
        return command;
    }

    private static Option<T> Create<T>(string name, string valueName, string description, T defaultValue, Parser<T> tryParse, string needs) => new(name)
    {
        HelpName = valueName,
        Description = description,
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result =>
        {
            if (tryParse(result.Tokens.Single().Value, out var value))
            {
                return value;
            }

            result.AddError($"{name} needs {needs}.");
            return defaultValue;
        },
    };

    private static Option<string[]> CreateKeys()
    {
        var keys = new Option<string[]>("--key")
        {
            HelpName = "KEY",
            Description = "accept this webhook key; repeatable; one random key by default",
        };
        keys.Validators.Add(result =>
        {
            var values = result.GetValueOrDefault<string[]>() ?? [];
            if (values.Contains(""))
            {
                result.AddError("--key needs a key.");
            }
            else if (FindRepeated(values) is { } repeated)
            {
                result.AddError($"--key '{repeated}' is given twice.");
            }
        });
        return keys;
    }

    private static string? FindRepeated(IEnumerable<string> values) => values.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1)?.Key;

    private static bool TryParsePort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;
}
