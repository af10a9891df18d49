using System.Linq;
using WeComRobot.HelpBuilder.Output;
using WeComRobot.HelpBuilder.Pages;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>How Markdown becomes plain text of a terminal, where a Chinese character takes two columns.</summary>
public sealed class TopicTextTests
{
    [Fact]
    public void A_paragraph_is_broken_at_76_columns() =>
        Assert.Equal(
            ["    " + string.Join(' ', Enumerable.Repeat("abcdefg", 9)), "    abcdefg"],
            Shown(string.Join('\n', Enumerable.Repeat("abcdefg", 10))));

    [Theory]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八，九十", "    一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七", "    八，九十")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七“八九”", "    一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七", "    “八九”")]
    public void No_line_of_Chinese_begins_with_a_closing_mark_or_ends_with_an_opening_one(string text, string first, string second) =>
        Assert.Equal([first, second], Shown(text));

    [Fact]
    public void Lines_of_Chinese_are_joined_without_a_space_and_others_with_one() =>
        Assert.Equal(["    中文，中文 text of a line"], Shown("中文，\n中文 text\nof a line"));

    [Theory]
    [InlineData("`-Robot` *is* **bold** \\*not\\* 3 &lt; 4", "-Robot is bold *not* 3 < 4")]
    [InlineData("[Send-WeComText](Send-WeComText.md), [page](https://example.com/a_b)", "Send-WeComText, page (https://example.com/a_b)")]
    [InlineData("**分段。** 一份内容", "分段。一份内容")]
    [InlineData("`a：b： c` and ``x`y``", "a：b： c and x`y")]
    [InlineData("snake_case_name, `<@userid>` and <https://example.com>", "snake_case_name, <@userid> and https://example.com")]
    public void Marks_of_Markdown_do_not_show(string markdown, string shown) => Assert.Equal(["    " + shown], Shown(markdown));

    [Fact]
    public void A_list_hangs_behind_its_marks() =>
        Assert.Equal(
            [
                "    - one",
                "      - in it",
                "    - " + string.Join(' ', Enumerable.Repeat("abcdefg", 9)),
                "      abcdefg",
            ],
            Shown("- one\n  - in it\n- " + string.Join(' ', Enumerable.Repeat("abcdefg", 10))));

    [Fact]
    public void A_numbered_list_keeps_its_numbers() => Assert.Equal(["    9. nine", "    10. ten"], Shown("9. nine\n10. ten"));

    [Fact]
    public void A_table_has_columns() =>
        Assert.Equal(
            ["    消息  最多", "    ----  --------", "    text  2048 | 1"],
            Shown("| 消息 | 最多 |\n|---|---|\n| `text` | `2048 \\| 1` |"));

    [Fact]
    public void A_table_without_room_is_a_list()
    {
        var wide = string.Join(' ', Enumerable.Repeat("word", 16));

        Assert.Equal(["    a", "        for: b", $"        how: {wide[..64]}", $"          {wide[65..]}"], Shown($"| place | for | how |\n|---|---|---|\n| a | b | {wide} |"));
        Assert.Equal(["    a", $"        {wide[..69]}", $"          {wide[70..]}"], Shown($"| | |\n|---|---|\n| a | {wide} |"));
    }

    [Fact]
    public void Code_stays_as_it_is() =>
        Assert.Equal(["        if ($a) {", "            '**b**'", "", "        }"], Shown("```powershell\nif ($a) {\n    '**b**'\n\n}\n```"));

    private static string[] Shown(string markdown) => Topic.Write(new MarkdownPage("about_Test.md", markdown), "en-US").TrimEnd('\n').Split('\n');
}
