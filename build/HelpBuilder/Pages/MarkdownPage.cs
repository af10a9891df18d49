using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace WeComRobot.HelpBuilder.Pages;

/// <summary>A page of docs/: its text, and its blocks as Markdig parses them.</summary>
public sealed class MarkdownPage
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UsePreciseSourceLocation().Build();

    public MarkdownPage(string path, string text)
    {
        Path = path;
        Text = text.Replace("\r\n", "\n");
        var blocks = Markdown.Parse(Text, Pipeline);
        FrontMatter = blocks is [YamlFrontMatterBlock first, ..] ? Source(first) : "";
        Blocks = [.. blocks.Where(b => b is not YamlFrontMatterBlock)];
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>The YAML front matter with its delimiter lines; empty if the page has none.</summary>
    public string FrontMatter { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public static MarkdownPage Read(string path) => new(path, File.ReadAllText(path));

    /// <summary>The Markdown source of an element of the page.</summary>
    public string Source(MarkdownObject element) => Text.Substring(element.Span.Start, element.Span.Length);

    /// <summary>The section below a heading of level 2.</summary>
    public PageSection Section(string title) =>
        PageSection.Split(Blocks, level: 2).FirstOrDefault(s => s.Title == title) ?? throw new PageException(Path, $"The page has no section '{title}'.");
}
