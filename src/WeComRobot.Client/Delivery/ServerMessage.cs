using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WeComRobot.Delivery;

/// <summary>
/// An errmsg taken apart: <c>text[, hint: [id]][, from ip: ip][, more info at url?e=code]</c>, where every part after the
/// text may be missing or empty (server-behaviour.md, "The envelope"). The caller's own address is dropped.
/// </summary>
internal sealed record ServerMessage(string Text, string? Hint, DateTimeOffset? ServerTime)
{
    private static readonly Regex Tail = new(
        @"(, hint: \[(?<hint>[^\]]*)\])?(, from ip: [^,]*)?(, more info at .*)?\z", RegexOptions.CultureInvariant);

    private static readonly Regex Epoch = new(@"\A\d{10}", RegexOptions.CultureInvariant);

    public static ServerMessage Parse(string errmsg)
    {
        var tail = Tail.Match(errmsg);
        var hint = tail.Groups["hint"] is { Length: > 0 } found ? found.Value : null;
        return new(errmsg.Substring(0, tail.Index), hint, TimeOf(hint));
    }

    private static DateTimeOffset? TimeOf(string? hint) =>
        hint is { Length: > 10 } && Epoch.Match(hint) is { Success: true } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds.Value, CultureInfo.InvariantCulture))
            : null;
}
