using System;
using System.Linq;
using System.Text;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>(1/3) and the like: the numbers are right, and no mark makes its part too long.</summary>
public class PartMarkTests
{
    public static TheoryData<string, PartMarkPlace> Marks => new()
    {
        { PartMark.DefaultFormat, PartMarkPlace.Start },
        { PartMark.DefaultFormat, PartMarkPlace.End },
        { "第{0}页，共{1}页", PartMarkPlace.Start },
        { "【{0}】", PartMarkPlace.End },
        { "{0} of {1} 🧾 {0}", PartMarkPlace.End },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public void Text_and_mark_fit_together_at_every_limit(string format, PartMarkPlace place)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var text = SplitCase.Text(seed);
            Check(Marked.Text(text.Document, text.Limit), new(format, place), "\n");
        }
    }

    [Theory]
    [MemberData(nameof(Marks))]
    public void Markdown_and_mark_fit_together_at_every_limit(string format, PartMarkPlace place)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var markdown = SplitCase.Markdown(seed);
            Check(Marked.Markdown(markdown.Document, markdown.Limit), new(format, place), "\n\n");
            Check(Marked.MarkdownV2(markdown.Document, markdown.Limit), new(format, place), "\n\n");
        }
    }

    /// <summary>Marks of numbers with one digit more take room from all parts, the first one too.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(1000)]
    public void As_many_parts_as_lines(int lines)
    {
        var text = string.Join("\n", Enumerable.Repeat(new string('a', 50), lines));
        var contents = Marked.Contents(Marked.Text(text, 64), new());
        Assert.Equal(lines, contents.Length);
        Assert.Equal(lines == 1 ? [text] : Enumerable.Range(1, lines).Select(i => $"({i}/{lines})\n{new string('a', 50)}"), contents);
    }

    [Fact]
    public void Nine_parts_that_are_full_to_the_byte_stay_nine_and_ten_become_more()
    {
        var line = new string('a', 64 - "(1/9)\n".Length);
        var nine = Marked.Contents(Marked.Text(string.Join("\n", Enumerable.Repeat(line, 9)), 64), new());
        Assert.Equal(9, nine.Length);
        Assert.All(nine, c => Assert.Equal(64, Encoding.UTF8.GetByteCount(c)));

        var ten = Marked.Contents(Marked.Text(string.Join("\n", Enumerable.Repeat(line, 10)), 64), new());
        Assert.True(ten.Length > 10);
        Assert.All(ten, c => Assert.InRange(Encoding.UTF8.GetByteCount(c), 1, 64));
        Assert.StartsWith($"(1/{ten.Length})", ten[0]);
    }

    [Fact]
    public void Without_a_mark_the_parts_are_bare() => Assert.Equal(
        ["one two three four five six seven eight nine ten eleven twelve", "thirteen"],
        Marked.Contents(Marked.Text("one two three four five six seven eight nine ten eleven twelve\nthirteen", 64), null));

    [Fact]
    public void A_mark_without_the_part_s_number_is_refused() =>
        Assert.Equal(FailureCause.InvalidMessage, Assert.Throws<WeComException>(() => new PartMark("of {1}")).Cause);

    private static void Check(ContentMessage message, PartMark mark, string separator)
    {
        var contents = Marked.Contents(message, mark);
        Assert.All(contents, c => Assert.InRange(Encoding.UTF8.GetByteCount(c), 1, message.MaxBytes));
        if (contents.Length == 1)
        {
            return;
        }

        var room = message.MaxBytes - Encoding.UTF8.GetByteCount(separator + Fill(mark.Format, contents.Length, contents.Length));
        var parts = message is TextMessage
            ? TextSplitter.Split(Marked.ContentOf(message), room)
            : MarkdownSplitter.Split(Marked.ContentOf(message), room);
        Assert.Equal(
            parts.Select((part, i) => mark.Place == PartMarkPlace.Start
                ? Fill(mark.Format, i + 1, parts.Count) + separator + part
                : part + separator + Fill(mark.Format, i + 1, parts.Count)),
            contents);
    }

    private static string Fill(string format, int part, int count) =>
        format.Replace("{0}", $"{part}", StringComparison.Ordinal).Replace("{1}", $"{count}", StringComparison.Ordinal);
}
