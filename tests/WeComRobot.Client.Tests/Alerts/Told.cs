using System;
using System.Linq;
using System.Text.RegularExpressions;
using WeComRobot.Alerts;
using WeComRobot.Messages;
using WeComRobot.Outbox;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>How a post ends.</summary>
internal enum Ending
{
    Delivered,

    /// <summary>The service says that it may be sent again.</summary>
    Busy,

    Refused,

    /// <summary>No answer comes.</summary>
    Lost,
}

/// <summary>What a group reads: that an alert fires, and how often it has, or that it is over, perhaps without having begun.</summary>
internal sealed partial record Told(string Key, bool IsEnd, AlertSeverity Severity, int Count, bool IsInDoubt = false)
{
    /// <summary>Whether it tells what was beyond the cap: its key is then a line for each alert.</summary>
    public bool IsDigest => Key.Contains(' ');

    /// <summary>Reads a message whose title is the key, or that tells what was beyond the cap.</summary>
    public static Told Read(string text)
    {
        if (text.Contains(" more in the hour from ", StringComparison.Ordinal))
        {
            var digest = DigestHead().Match(text);
            var lines = DigestLine().Matches(text).Select(line => line.Value.Trim() + (line.Groups["end"].Success ? " (resolved)" : ""));
            return new(string.Join('\n', lines).ToLowerInvariant(), false, Enum.Parse<AlertSeverity>(digest.Groups["word"].Value), int.Parse(digest.Groups["count"].Value));
        }

        var head = Head().Match(text);
        Assert.True(head.Success, text);
        var count = FiredTimes().Match(text);
        return new(
            head.Groups["title"].Value.ToLowerInvariant(),
            head.Groups["word"].Value == "Resolved",
            Enum.TryParse<AlertSeverity>(head.Groups["word"].Value, out var severity) ? severity : default,
            count.Success ? int.Parse(count.Groups[1].Value) : 1,
            text.Contains("may not have arrived", StringComparison.Ordinal));
    }

    /// <summary>The text of a message in the outbox.</summary>
    public static string TextOf(OutboxItem item) => ((TextMessage)item.Message!).Text!.Content!;

    /// <summary>As a group reads it: an end does not show a severity.</summary>
    public Told AsRead() => this with { Key = Key.ToLowerInvariant(), Severity = IsEnd ? default : Severity };

    [GeneratedRegex(@"^\S+ (?<word>\w+): (?<title>\S+)\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"(?<word>\w+): (?<count>\d+) more in the hour from ")]
    private static partial Regex DigestHead();

    [GeneratedRegex(@"^(🔵|🟠|🔴|🟢) \w+( × \d+)?(?=(?<end> \(resolved after [^)]+\))?$)", RegexOptions.Multiline)]
    private static partial Regex DigestLine();

    [GeneratedRegex(@"\b[Ff]ired (\d+)(?: times|×)")]
    private static partial Regex FiredTimes();
}
