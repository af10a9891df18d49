using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Collects the addresses of links that are on lines of their own, as in <c>[label]: https://example.com</c>.</summary>
internal sealed class References(string text)
{
    private const string LabelEnd = "]:";

    private readonly Dictionary<string, string> _addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a line that may define an address.</summary>
    /// <param name="start">The first character of the line that is not blank.</param>
    /// <param name="end">Where the line ends.</param>
    public void Read(int start, int end)
    {
        var labelEnd = text[start] == '[' ? text.IndexOf(LabelEnd, start, end - start, StringComparison.Ordinal) : -1;
        var address = labelEnd < 0 ? "" : text.Substring(labelEnd + LabelEnd.Length, end - labelEnd - LabelEnd.Length).Trim().Split(' ')[0];
        if (address.IndexOf("://", StringComparison.Ordinal) > 0)
        {
            _addresses[text.Substring(start, labelEnd + 1 - start)] = address;
        }
    }

    /// <summary>Completes the labels that have an address, and leaves out the others, which may be any text in brackets.</summary>
    public IEnumerable<Construct> Complete(IEnumerable<Construct> constructs) =>
        from construct in constructs
        let address = construct.Kind == ConstructKind.Reference && _addresses.TryGetValue(construct.GetText(text), out var known) ? known : null
        where construct.Kind != ConstructKind.Reference || address is not null
        select address is null ? construct : construct with { Detail = address };
}
