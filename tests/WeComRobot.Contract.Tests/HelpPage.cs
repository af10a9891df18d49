using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Contract.Tests;

/// <summary>A page of docs/, taken apart: what is written for people, and what stays the same in every language.</summary>
internal sealed class HelpPage
{
    private static readonly Regex ExampleTitle = new(@"^(?<number>### Example \d+): (?<title>.+)$");
    private readonly List<string> _headings = [];
    private readonly List<string> _blocks = [];
    private readonly List<string> _prose = [];

    private HelpPage(string text)
    {
        Text = text;
        FrontMatter = Regex.Match(text, @"\A---\n.*?\n---\n", RegexOptions.Singleline).Value;
        foreach (var block in Regex.Split(text[FrontMatter.Length..], "^(```.*?^```$)", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            if (block.StartsWith("```"))
            {
                _blocks.Add(block);
            }
            else
            {
                TakeApart(block);
            }
        }
    }

    public string Text { get; }

    public string FrontMatter { get; }

    /// <summary>The headings in their order, of an example only its number.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>The fenced blocks with their fences: syntax, examples, output and parameters' properties.</summary>
    public IReadOnlyList<string> Blocks => _blocks;

    /// <summary>Paragraphs, list items, rows of tables and the titles of examples.</summary>
    public IReadOnlyList<string> Prose => _prose;

    public static IEnumerable<string> Names(string culture) => Directory.EnumerateFiles(Folder(culture), "*-*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order();

    public static HelpPage Read(string culture, string name) => new(File.ReadAllText(Path.Combine(Folder(culture), name + ".md")));

    private static string Folder(string culture) => Path.Combine(Repository.Root, "docs", culture);

    private void TakeApart(string text)
    {
        foreach (var paragraph in Regex.Split(text, @"\n(?:\n+|(?=- |\d+\. |\|))").Select(p => p.Trim('\n')).Where(p => p.Length > 0))
        {
            var example = ExampleTitle.Match(paragraph);
            if (!paragraph.StartsWith('#'))
            {
                _prose.Add(paragraph);
            }
            else if (example.Success)
            {
                _headings.Add(example.Groups["number"].Value);
                _prose.Add(example.Groups["title"].Value);
            }
            else
            {
                _headings.Add(paragraph);
            }
        }
    }
}
