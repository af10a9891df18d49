using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Contract.Tests;

/// <summary>A page of docs/internals, whose sections are cited by the anchors that GitHub gives their headings.</summary>
internal sealed class InternalPage
{
    private static readonly Regex Fenced = new(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline);
    private static readonly Regex Heading = new(@"^#{1,6} (.+)$", RegexOptions.Multiline);
    private static readonly Regex Link = new(@"\[([^\]]*)\]\([^)]*\)");
    private static readonly Regex Punctuation = new(@"[^\w\- ]");

    /// <param name="text">The page's Markdown.</param>
    public InternalPage(string text)
    {
        var headings = Heading.Matches(Fenced.Replace(text, fence => new string(' ', fence.Length)));
        Sections = headings
            .Select((heading, i) => (Anchor: AnchorOf(heading.Groups[1].Value), heading.Index, End: i + 1 < headings.Count ? headings[i + 1].Index : text.Length))
            .ToLookup(section => section.Anchor, section => text[section.Index..section.End]);
    }

    /// <summary>The text of each section up to the next heading, by its anchor; more than one where headings are alike.</summary>
    public ILookup<string, string> Sections { get; }

    public static string AnchorOf(string heading) =>
        Punctuation.Replace(Link.Replace(heading, "$1"), "").ToLowerInvariant().Replace(' ', '-');
}
