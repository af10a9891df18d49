using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Code stays code: its fence is closed at a part's end and opened again, with its language, at the next one's start.</summary>
public class FenceTests
{
    [Fact]
    public void The_language_is_repeated() => Same(
        """
        ```csharp
        var first = Read("first.txt");
        var second = Read("second.txt");
        ```
        """,
        """
        ```csharp
        var first = Read("first.txt");
        ```
        """,
        """
        ```csharp
        var second = Read("second.txt");
        ```
        """);

    [Fact]
    public void The_fence_is_repeated_as_it_is() => Same(
        """
        ~~~~ json
        { "first": "a rather long value" }
        { "second": "a rather long value" }
        ~~~~
        """,
        """
        ~~~~ json
        { "first": "a rather long value" }
        ~~~~
        """,
        """
        ~~~~ json
        { "second": "a rather long value" }
        ~~~~
        """);

    [Fact]
    public void Text_behind_the_code_is_text() => Same(
        """
        ```
        if (ready)

            return "indented, after a blank line";
        ```
        A paragraph of some words.
        """,
        """
        ```
        if (ready)

            return "indented, after a blank line";
        ```
        """,
        "A paragraph of some words.");

    [Fact]
    public void A_fence_that_is_never_closed_is_closed_in_each_part_but_the_last()
    {
        var parts = MarkdownSplitter.Split("```sh\nls -l /var/log/a-rather-long-name\nls -l /var/log/another-long-name", 64);
        Assert.Equal(["```sh\nls -l /var/log/a-rather-long-name\n```", "```sh\nls -l /var/log/another-long-name"], parts.Select(WithoutLastFence));

        string WithoutLastFence(string part) => part == parts[^1] ? part.Replace("\n```", "") : part;
    }

    [Fact]
    public void Fenced_code_in_a_quote_keeps_both() => Same(
        """
        > ```sh
        > ls -l /var/log/a-rather-long-name
        > ls -l /var/log/another-long-name
        > ```
        """,
        """
        > ```sh
        > ls -l /var/log/a-rather-long-name
        > ```
        """,
        """
        > ```sh
        > ls -l /var/log/another-long-name
        > ```
        """);

    [Fact]
    public void Fenced_code_in_a_list_item_loses_the_item_s_indentation() => Same(
        """
        - ```sh
          ls -l /var/log/a-rather-long-name
            ls -l /var/log/another-long-name
          ```
        """,
        """
        - ```sh
          ls -l /var/log/a-rather-long-name
          ```
        """,
        """
        ```sh
          ls -l /var/log/another-long-name
        ```
        """);

    [Fact]
    public void A_line_longer_than_a_part_is_code_in_all_of_its_pieces()
    {
        var line = string.Join(" ", Enumerable.Repeat("word", 40));
        var parts = MarkdownSplitter.Split("```log\n" + line + "\n```", 64);
        Assert.All(parts, part => Assert.Matches("\\A```log\n ?word( word)*\n```\\z", part));
        Assert.Equal(line, string.Join(" ", parts.Select(p => p[7..^4].Trim())));
    }

    [Theory]
    [InlineData("```powershell title=\"C:\\Program Files\\Contoso\\Deploy.ps1\"", "```powershell\n")]
    [InlineData("```a-language-whose-name-is-about-as-long-as-a-whole-part-is", "```\n")]
    public void An_opener_that_would_fill_the_part_is_repeated_with_less_or_nothing_behind_it(string opener, string repeated)
    {
        var parts = MarkdownSplitter.Split(opener + "\nGet-Date\nGet-Process\nGet-Service\n```", 80);
        Assert.StartsWith(opener + "\n", parts[0]);
        Assert.All(parts.Skip(1), part => Assert.StartsWith(repeated, part));
    }

    private static void Same(string document, params string[] parts) => Assert.Equal(parts, MarkdownSplitter.Split(document, 64));
}
