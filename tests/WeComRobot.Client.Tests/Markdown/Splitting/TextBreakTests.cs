using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Paragraph, line, sentence, word, sign: the best break that leaves a part at least half full is taken.</summary>
public class TextBreakTests
{
    [Theory]
    [InlineData(24, "one two\nthree\n\nfour five six\nseven", "one two\nthree", "four five six\nseven")]
    [InlineData(24, "第一行。\n\n  \n第二行。再来一句", "第一行。", "第二行。再来一句")]
    [InlineData(24, "Hi.\n\nThe disk usage is above 90 percent", "Hi.\n\nThe disk usage is", "above 90 percent")]
    public void Text_breaks_after_a_paragraph(int limit, string text, params string[] parts) => Assert.Equal(parts, TextSplitter.Split(text, limit));

    [Theory]
    [InlineData(24, "A b. C d e f g\nH i j. K l m n", "A b. C d e f g", "H i j. K l m n")]
    [InlineData(24, "first line here  \nsecond line here", "first line here", "second line here")]
    [InlineData(24, "first line here\r\nsecond line here", "first line here", "second line here")]
    [InlineData(24, "if (ready) {\n    return \"ok\";\n}", "if (ready) {", "    return \"ok\";\n}")]
    public void Text_breaks_after_a_line(int limit, string text, params string[] parts) => Assert.Equal(parts, TextSplitter.Split(text, limit));

    [Theory]
    [InlineData(32, "Build failed here. Retry the job now", "Build failed here.", "Retry the job now")]
    [InlineData(32, "Did it fail again? Retry the job now", "Did it fail again?", "Retry the job now")]
    [InlineData(36, "磁盘告警已解除。请相关同事继续观察", "磁盘告警已解除。", "请相关同事继续观察")]
    [InlineData(36, "磁盘告警已解除！请相关同事继续观察", "磁盘告警已解除！", "请相关同事继续观察")]
    [InlineData(36, "磁盘告警解除了吗？请相关同事继续观", "磁盘告警解除了吗？", "请相关同事继续观")]
    [InlineData(40, "他说：“磁盘告警解除。”请相关同事继续", "他说：“磁盘告警解除。”", "请相关同事继续")]
    [InlineData(36, "磁盘告警已解除……请相关同事继续观察", "磁盘告警已解除……", "请相关同事继续观察")]
    public void Text_breaks_after_a_sentence(int limit, string text, params string[] parts) => Assert.Equal(parts, TextSplitter.Split(text, limit));

    [Theory]
    [InlineData(24, "internationalisation localisation", "internationalisation", "localisation")]
    [InlineData(24, "version 3.14159265358979323846 is out", "version", "3.14159265358979323846", "is out")]
    [InlineData(30, "服务器磁盘使用率告警请相关同事注意", "服务器磁盘使用率告警", "请相关同事注意")]
    [InlineData(30, "服务器磁盘使用率告警，请相关同事注意", "服务器磁盘使用率告", "警，请相关同事注意")]
    [InlineData(30, "服务器磁盘使用率告（警报）请注意", "服务器磁盘使用率告", "（警报）请注意")]
    [InlineData(30, "服务器磁盘使用率的《日报》请注意", "服务器磁盘使用率的", "《日报》请注意")]
    public void Text_breaks_after_a_word(int limit, string text, params string[] parts) => Assert.Equal(parts, TextSplitter.Split(text, limit));

    [Theory]
    [InlineData(20, "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop", "abcdefghijklmnopqrst", "uvwxyzabcdefghijklmn", "op")]
    [InlineData(64, "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦")]
    [InlineData(20, "🇨🇳🇩🇪🇫🇷🇨🇳🇩🇪", "🇨🇳🇩🇪", "🇫🇷🇨🇳", "🇩🇪")]
    [InlineData(20, "👍🏿👍🏿👍🏿", "👍🏿👍🏿", "👍🏿")]
    [InlineData(20, "1️⃣2️⃣3️⃣", "1️⃣2️⃣", "3️⃣")]
    [InlineData(10, "e\u0301e\u0301e\u0301e\u0301", "e\u0301e\u0301e\u0301", "e\u0301")]
    public void Text_breaks_after_a_sign_if_there_is_no_word_to_break_at(int limit, string text, params string[] parts) =>
        Assert.Equal(parts, TextSplitter.Split(text, limit));

    [Theory]
    [InlineData(28, "Please look at this, <@wangqing> now", "Please look at this,", "<@wangqing> now")]
    [InlineData(40, "请尽快处理这个磁盘告警<@wangqing>谢谢", "请尽快处理这个磁盘告警", "<@wangqing>谢谢")]
    public void Text_never_breaks_inside_a_mention(int limit, string text, params string[] parts) => Assert.Equal(parts, TextSplitter.Split(text, limit));
}
