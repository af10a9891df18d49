using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>The oracles see what they are there to see; a property that nothing could break would prove nothing.</summary>
public class OracleTests
{
    private static readonly string[] Fence = ["```csharp\nvar a = 1;\n```", "```csharp\nvar b = 2;\n```"];
    private static readonly string[] Table = ["| 姓名 | 尺寸 |\n|---|---|\n| 张三 | S |", "| 姓名 | 尺寸 |\n|---|---|\n| 李四 | L |"];

    [Theory]
    [InlineData("Code as Paragraph", "```csharp\nvar a = 1;\nvar b = 2;\n```", "```csharp\nvar a = 1;", "var b = 2;\n```")]
    [InlineData("Code as Code", "```csharp\nvar a = 1;\nvar b = 2;\n```", "```csharp\nvar a = 1;\n```", "```\nvar b = 2;\n```")]
    [InlineData("TableRow as Paragraph", "| 姓名 | 尺寸 |\n|---|---|\n| 张三 | S |\n| 李四 | L |", "| 姓名 | 尺寸 |\n|---|---|\n| 张三 | S |", "| 李四 | L |")]
    [InlineData("other quote", "> 磁盘告警\n请注意", "> 磁盘告警", "请注意")]
    [InlineData("other quote", "> > 磁盘告警\n> > 请注意", "> > 磁盘告警", "> 请注意")]
    [InlineData("Paragraph as Code", "- 磁盘告警\n\n  请注意", "- 磁盘告警", "      请注意")]
    [InlineData("Paragraph as Marker", "2023 was good\n2024. was better", "2023 was good", "2024. was better")]
    [InlineData("Marker as Paragraph", "1. 磁盘告警请相关\n   同事注意\n2. 好", "1. 磁盘告警请相关", "同事注意\n2. 好")]
    [InlineData("heading alone", "# 告警\n请注意", "# 告警", "请注意")]
    [InlineData("marker alone", "- 告警\n- 请注意", "- 告警\n-", "请注意")]
    [InlineData("span cut", "这是**重要 告警**", "这是**重要", "告警**")]
    [InlineData("span cut", "请<@wangqing>处理", "请<@wang", "qing>处理")]
    [InlineData("span cut", "是<font color=\"info\">绿 色</font>", "是<font color=\"info\">绿", "色</font>")]
    [InlineData("code changed", "```\nif (a)\n    b();\n```", "```\nif (a)\n```", "```\nb();\n```")]
    [InlineData("code changed", "```\na\n\nb\nc\n```", "```\na\nb\n```", "```\nc\n```")]
    [InlineData("sign cut", "告警👩🏽‍💻", "告警👩", "🏽‍💻")]
    [InlineData("lost", "告警\n请注意", "告警", "请")]
    [InlineData("added", "告警\n请注意", "告警", "请注意\n！")]
    [InlineData("other text", "告警\n请注意", "请注意", "告警")]
    [InlineData("block joined to the one before", "告警\n\n请注意\n\n好", "告警\n请注意", "好")]
    [InlineData("block cut inside a part", "告警\n请注意\n好", "告警\n\n请注意", "好")]
    public void A_bad_split_of_Markdown_is_detected(string problem, string document, params string[] parts) =>
        Assert.StartsWith(problem, FindProblem(document, parts));

    [Fact]
    public void A_lost_letter_is_detected()
    {
        Assert.Null(LossRule.Problem("# a b\n1", ["# a", "# b\n1"]));
        Assert.StartsWith("lost: 'b'", LossRule.Problem("a b 1", ["a", "1"]));
    }

    [Fact]
    public void A_good_split_of_Markdown_is_taken()
    {
        Assert.Null(FindProblem("```csharp\nvar a = 1;\nvar b = 2;\n```", Fence));
        Assert.Null(FindProblem("| 姓名 | 尺寸 |\n|---|---|\n| 张三 | S |\n| 李四 | L |", Table));
        Assert.Null(FindProblem("> 磁盘告警\n请注意", ["> 磁盘告警", "> 请注意"]));
        Assert.Null(FindProblem("- 磁盘告警\n\n  请注意", ["- 磁盘告警", "请注意"]));
    }

    /// <summary>Whole lines are not enough: of a thousand documents with such a block, most come to harm.</summary>
    [Theory]
    [InlineData("```")]
    [InlineData("|---")]
    [InlineData("> ")]
    public void A_splitter_that_knows_lines_only_fails(string mark)
    {
        var property = new Property(NaiveSplitter.Split, MarkdownOracle.Problem);
        var documents = Enumerable.Range(0, 1000).Select(SplitCase.Markdown).Where(d => d.Document.Contains(mark, StringComparison.Ordinal)).ToArray();
        var failed = documents.Count(d => property.Problem(d) is not null);
        Assert.True(failed * 2 > documents.Length, $"{failed} of {documents.Length}");
    }

    // Behind a paragraph that fills a part, so that the document fits into none
    private static string? FindProblem(string document, IReadOnlyList<string> parts)
    {
        const int limit = 128;
        var filler = new string('a', limit);
        return MarkdownOracle.Problem(filler + "\n\n" + document, limit, [filler, .. parts]);
    }
}
