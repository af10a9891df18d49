using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Client.Tests.Markdown.Splitting;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Text.Unicode;

/// <summary>Nothing cuts inside a character. Unicode's own samples are placed so that the limit falls on each of their offsets.</summary>
public class NoCharacterCutTests
{
    private const int Limit = 64;
    private const string FileName = "a.md";
    private const string Rest = "bb bbbb bbbbbbb bbbbbb, bbbb bbb bb bbb bbbbb b bbbb bbbb b bbb bbbbbb bbb bbb. bbbb bb bbbbbb bbbb bbb bbb.";

    private static readonly Func<int, string>[] Fillers =
    [
        bytes => new('a', bytes),
        bytes => (new string('a', bytes / 2) + " " + new string('a', bytes))[..bytes],
        bytes => "> " + new string('a', Math.Max(0, bytes - 2)),
        bytes => string.Concat(Enumerable.Repeat("字", bytes / 3)) + new string('a', bytes % 3),
    ];

    [UnicodeFact]
    public void No_character_of_text_is_cut() => AssertNoneCut(Limit, text => TextSplitter.Split(text, Limit));

    [UnicodeFact]
    public void No_character_of_Markdown_is_cut() => AssertNoneCut(Limit, text => MarkdownSplitter.Split(text, Limit));

    [UnicodeFact]
    public void No_character_of_truncated_text_is_cut() => AssertNoneCut(
        Limit, text => Planned(room => Marked.Text(text, room), Strings.LeftOut.With(Size(text)), OverflowPolicy.Truncate), everyNth: 5);

    [UnicodeFact]
    public void No_character_of_the_first_lines_beside_a_file_is_cut() => AssertNoneCut(
        Limit, text => Planned(room => Marked.Markdown(text, room + 1), Strings.WholeInFile.With(Size(text), FileName), OverflowPolicy.File), everyNth: 5);

    [UnicodeFact]
    public void No_character_of_an_articles_title_and_description_is_cut() => AssertNoneCut(
        Article.MaxTitleBytes,
        text => [ArticleCut.Fit(new() { Title = text + Rest, Description = text, Url = "https://example.com" }).Title!],
        everyNth: 3);

    [UnicodeFact]
    public void No_character_of_joined_lines_is_cut() => AssertNoneCut(Limit, text =>
    {
        var joined = new JoinedContent(Marked.Text("", Limit), new() { Policy = OverflowPolicy.Split, MaxPart = int.MaxValue });
        return [.. joined.Add(text).Concat(joined.Finish()).SelectMany(plan => plan.Messages).Select(Marked.ContentOf)];
    }, everyNth: 5);

    [Theory]
    [InlineData("㊗\uFE0F", 2044, " ccc ddd")]
    [InlineData("〰\uFE0F", 2044, "。")]
    [InlineData("㊙\uFE0F", 2045, "字字")]
    public void A_long_emoji_stays_whole_far_from_its_beginning(string emoji, int letters, string rest)
    {
        var parts = TextSplitter.Split(emoji + new string('b', letters) + rest, TextMessage.MaxContentBytes);
        Assert.StartsWith(emoji, parts[0]);
    }

    /// <summary>What is left of a content above the notice, which leaves it as many bytes as the limit.</summary>
    private static string[] Planned(Func<int, ContentMessage> make, string notice, OverflowPolicy policy)
    {
        var message = make(Limit + Size("\n" + notice));
        var content = Marked.ContentOf(Marked.Plan(message, new() { Policy = policy, FileName = FileName })[0]);
        return [content[..content.LastIndexOf('\n')].TrimEnd('\n')];
    }

    private static int Size(string text) => Encoding.UTF8.GetByteCount(text);

    private static void AssertNoneCut(int limit, Func<string, IReadOnlyList<string>> split, int everyNth = 1)
    {
        var failures = new List<string>();
        foreach (var (sample, i) in UnicodeFile.GraphemeBreakTest().Concat(UnicodeFile.EmojiTest()).Select((s, i) => (s, i)))
        {
            var bytes = Size(sample.Text);
            var filler = Fillers[i % Fillers.Length];
            for (var offset = 0; i % everyNth == 0 && offset <= bytes; offset++)
            {
                var before = filler(limit - offset);
                var whole = before + sample.Text + Rest;
                if (CutAt(whole, split(whole)).Any(cut => sample.Forbidden.Contains(cut - before.Length)))
                {
                    failures.Add($"{Literal.Escape(sample.Text)} at {offset}");
                }
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} cut: {string.Join(", ", failures.Take(20))}");
    }

    /// <summary>Where the parts begin and end in the whole; a quote's mark that is repeated is none of it.</summary>
    private static IEnumerable<int> CutAt(string whole, IReadOnlyList<string> parts)
    {
        var end = 0;
        foreach (var part in parts)
        {
            var own = end > 0 && part.StartsWith("> ", StringComparison.Ordinal) ? part[2..] : part;
            var start = whole.IndexOf(own, end, StringComparison.Ordinal);
            if (start < 0)
            {
                yield return -1;
                continue;
            }

            end = start + own.Length;
            yield return start;
            yield return end;
        }
    }
}
