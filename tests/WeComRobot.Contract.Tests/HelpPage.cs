using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using WeComRobot.HelpBuilder.Pages;

namespace WeComRobot.Contract.Tests;

/// <summary>A page of docs/, taken apart: what is written for people, and what stays the same in every language.</summary>
internal sealed class HelpPage(MarkdownPage page)
{
    private static readonly Regex ExampleTitle = new(@"^(?<number>### Example \d+): (?<title>.+)$");
    private static readonly Regex Mark = new(@"(?<=\]\()(?!https?:)[^)]*|(?<=^```)\w+", RegexOptions.Multiline);
    private static readonly Regex NoWord = new(@"[^\p{L}\p{N}]+");

    /// <summary>Its sections, as the help is made of them.</summary>
    public CommandPage Command { get; } = new(page);

    public string Text => page.Text;

    public string FrontMatter => page.FrontMatter;

    /// <summary>The headings in their order, of an example only its number.</summary>
    public IReadOnlyList<string> Headings { get; } =
        [.. page.Blocks.OfType<HeadingBlock>().Select(page.Source).Select(h => ExampleTitle.Replace(h, "${number}"))];

    /// <summary>The fenced blocks with their fences: syntax, examples, output and parameters' properties.</summary>
    public IReadOnlyList<string> Blocks { get; } = [.. page.Blocks.OfType<FencedCodeBlock>().Select(page.Source)];

    /// <summary>Paragraphs, list items, rows of tables and the titles of examples.</summary>
    public IReadOnlyList<string> Prose { get; } = [.. page.Blocks.SelectMany(block => Passages(block, page))];

    public static IEnumerable<string> Names(string culture) => Directory.EnumerateFiles(Folder(culture), "*-*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order();

    public static HelpPage Read(string culture, string name) => new(MarkdownPage.Read(Path.Combine(Folder(culture), name + ".md")));

    /// <summary>The letters and digits of a text: what is left of it in whatever form it is shown.</summary>
    public static string Words(string text) => NoWord.Replace(text, "");

    /// <summary>The words of a part of a page, without the names of files that it links and of languages of code.</summary>
    public static string Words(IEnumerable<Block> blocks, MarkdownPage page) => Words(Mark.Replace(string.Join('\n', blocks.Select(page.Source)), ""));

    public string Words(IEnumerable<Block> blocks) => Words(blocks, page);

    /// <summary>The words of the section below a heading of level 2.</summary>
    public string Section(string title) => Words(page.Section(title).Blocks, page);

    private static string Folder(string culture) => Path.Combine(Repository.Root, "docs", culture);

    private static IEnumerable<string> Passages(Block block, MarkdownPage page) => block switch
    {
        FencedCodeBlock => [],
        HeadingBlock => ExampleTitle.Matches(page.Source(block)).Select(m => m.Groups["title"].Value),
        ListBlock list => list.Select(page.Source),
        Table => page.Source(block).Split('\n'),
        _ => [page.Source(block)],
    };
}
