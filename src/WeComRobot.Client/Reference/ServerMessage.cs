using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WeComRobot.Reference;

/// <summary>
/// An errmsg taken apart: <c>text[, hint: [id]][, from ip: ip][, more info at url?e=code]</c>, where every part after the
/// text may be missing or empty (server-behaviour.md, "The envelope"). The caller's own address is dropped, and so is what
/// could colour or move in a terminal. The link names the errcode once more.
/// </summary>
internal sealed record ServerMessage(string Text, string? Hint, DateTimeOffset? ServerTime, int? LinkedCode)
{
    private static readonly Regex Parts = new(@", (hint: \[|from ip: |more info at )", RegexOptions.CultureInvariant);

    private static readonly Regex HintPart = new(@", hint: \[([^\]]*)\]", RegexOptions.CultureInvariant);

    // Any other address may have an e= of its own
    private static readonly Regex LinkedCodePart = new(@"(more info at \S*|devtool/query)[?&]e=(?<code>-?[0-9]+)", RegexOptions.CultureInvariant);

    private static readonly Regex ControlCharacters = new(@"\p{Cc}+", RegexOptions.CultureInvariant);

    private static readonly Regex Epoch = new(@"\A\d{10}", RegexOptions.CultureInvariant);

    public static ServerMessage Parse(string errmsg)
    {
        var line = ControlCharacters.Replace(errmsg, " ");
        var end = Parts.Match(line) is { Success: true } part ? part.Index : line.Length;
        var hint = HintPart.Match(line).Groups[1] is { Length: > 0 } found ? found.Value : null;
        return new(line.Substring(0, end), hint, TimeOf(hint), CodeOf(line));
    }

    private static int? CodeOf(string line) =>
        int.TryParse(LinkedCodePart.Match(line).Groups["code"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static DateTimeOffset? TimeOf(string? hint) =>
        hint is { Length: > 10 } && Epoch.Match(hint) is { Success: true } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds.Value, CultureInfo.InvariantCulture))
            : null;
}
