using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using WeComRobot.Delivery;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Worker;

/// <summary>The parsed command line.</summary>
internal sealed record Arguments
{
    public const string Usage =
        "--webhook URL --state FOLDER [--name ROBOT] [--prefix TEXT] [--count N] [--limit MESSAGES/SECONDS] [--redis CONFIGURATION] [--timeout SECONDS] [--retry N] [--hold STEP:N] [--keep true]";

    public required WebhookAddress Robot { get; init; }

    public required string StateFolder { get; init; }

    /// <summary>The robot's name in the outbox.</summary>
    public string Name { get; init; } = "robot";

    /// <summary>The beginning of each text.</summary>
    public string Prefix { get; init; } = "";

    public int Count { get; init; }

    /// <summary>Whether alerts that cannot be delivered are kept in the outbox.</summary>
    public bool Keeps { get; init; }

    /// <summary>The fleet's Redis, if it is one of a fleet.</summary>
    public string? Redis { get; init; }

    public RateLimit Limit { get; init; } = RateLimit.Official;

    public Steps Steps { get; init; } = new(null);

    public DeliveryOptions Options { get; init; } = new();

    /// <summary>The texts to send, each the prefix and a number.</summary>
    public IEnumerable<string> Texts => Enumerable.Range(0, Count).Select(i => $"{Prefix}-{i}");

    public static bool TryParse(string[] args, out Arguments arguments)
    {
        var given = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        if (!given.TryGetValue("--webhook", out var webhook) || !given.TryGetValue("--state", out var state))
        {
            arguments = null!;
            return false;
        }

        var defaults = new Arguments { Robot = WebhookAddress.Parse(webhook), StateFolder = state };
        var options = defaults.Options;
        var steps = new Steps(given.GetValueOrDefault("--hold"));
        arguments = defaults with
        {
            Name = given.GetValueOrDefault("--name", defaults.Name),
            Prefix = given.GetValueOrDefault("--prefix", defaults.Prefix),
            Count = int.Parse(given.GetValueOrDefault("--count", "0"), CultureInfo.InvariantCulture),
            Keeps = given.ContainsKey("--keep"),
            Redis = given.GetValueOrDefault("--redis"),
            Limit = given.TryGetValue("--limit", out var limit) ? ParseLimit(limit) : defaults.Limit,
            Steps = steps,
            Options = options with
            {
                Observer = new LineObserver(steps),
                Timeout = given.TryGetValue("--timeout", out var timeout) ? ParseSeconds(timeout) : options.Timeout,
                MaxRetry = given.TryGetValue("--retry", out var retry) ? int.Parse(retry, CultureInfo.InvariantCulture) : options.MaxRetry,
            },
        };
        return true;
    }

    private static RateLimit ParseLimit(string text)
    {
        var numbers = text.Split('/');
        return new(int.Parse(numbers[0], CultureInfo.InvariantCulture), ParseSeconds(numbers[1]));
    }

    private static TimeSpan ParseSeconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
