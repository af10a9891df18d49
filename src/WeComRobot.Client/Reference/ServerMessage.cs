using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WeComRobot.Reference;

/// <summary>
/// An errmsg and what is appended to it: <c>text[, hint: [id]][, from ip: ip][, more info at url?e=code]</c>, where everything after the
/// text may be missing or empty (service.md#errmsg). The caller's own address is dropped, and so are control characters, on
/// which a terminal would act. The link contains the errcode once more.
/// </summary>
internal sealed record ServerMessage(string Text, string? Hint, DateTimeOffset? ServerTime, int? LinkedCode)
{
    private static readonly Regex AppendixStart = new(@", (hint: \[|from ip: |more info at )", RegexOptions.CultureInvariant);

    private static readonly Regex HintPattern = new(@", hint: \[([^\]]*)\]", RegexOptions.CultureInvariant);

    // Any other address may have an e= of its own
    private static readonly Regex LinkedCodePattern = new(@"(more info at \S*|devtool/query)[?&]e=(?<code>-?[0-9]+)", RegexOptions.CultureInvariant);

    private static readonly Regex ControlCharacters = new(@"\p{Cc}+", RegexOptions.CultureInvariant);

    private static readonly Regex Epoch = new(@"\A\d{10}", RegexOptions.CultureInvariant);

    public static ServerMessage Parse(string errmsg)
    {
        var line = ControlCharacters.Replace(errmsg, " ");
        var end = AppendixStart.Match(line) is { Success: true } appendix ? appendix.Index : line.Length;
        var hint = HintPattern.Match(line).Groups[1] is { Length: > 0 } found ? found.Value : null;
        return new(line.Substring(0, end), hint, ParseTime(hint), ParseCode(line));
    }

    private static int? ParseCode(string line) =>
        int.TryParse(LinkedCodePattern.Match(line).Groups["code"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static DateTimeOffset? ParseTime(string? hint) =>
        hint is { Length: > 10 } && Epoch.Match(hint) is { Success: true } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds.Value, CultureInfo.InvariantCulture))
            : null;
}
