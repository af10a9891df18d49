using System.Linq;
using WeComRobot.Text.Terminal;
using Xunit;

namespace WeComRobot.Client.Tests.Text.Terminal;

/// <summary>A text arrives as its author saw it in a terminal (ECMA-48, and the sequences that xterm adds).</summary>
public class TerminalTextTests
{
    [Theory]

    // Colours and other control sequences
    [InlineData("\e[31mred\e[0m", "red")]
    [InlineData("\e[1;31mFAILED\e[0m tests", "FAILED tests")]
    [InlineData("\e[38;2;255;0;0mtrue\e[m", "true")]
    [InlineData("\e[38:5:196mcolons\e[39m", "colons")]
    [InlineData("\e[4:3mcurly\e[24m", "curly")]
    [InlineData("\e[?25lhidden cursor\e[?25h", "hidden cursor")]
    [InlineData("\e[>4;2mxterm keys", "xterm keys")]
    [InlineData("\e[2J\e[Hcleared", "cleared")]
    [InlineData("a\e[1Ab", "ab")]
    [InlineData("a\e[5;10Hb", "ab")]
    [InlineData("\e[!preset", "reset")]
    [InlineData("\e[0 qcursor", "cursor")]
    [InlineData("\e[200~pasted\e[201~", "pasted")]
    [InlineData("磁\e[31m盘\e[0m告警", "磁盘告警")]
    [InlineData("\e[31m\e[1m\e[4mnested\e[0m\e[0m", "nested")]

    // Strings: links, titles, and data for the terminal
    [InlineData("\e]8;;https://ci.example.com/1\e\\日志\e]8;;\e\\", "日志")]
    [InlineData("\e]8;id=1;https://ci.example.com/1\alog\e]8;;\a", "log")]
    [InlineData("\e]0;title\adone", "done")]
    [InlineData("\e]2;title\u009Cdone", "done")]
    [InlineData("\e]133;A\aPS> \e]133;B\als", "PS> ls")]
    [InlineData("\ePq#0;2;0;0;0\n~~-\e\\picture", "picture")]
    [InlineData("\e_Ga=T;AAAA\e\\picture", "picture")]
    [InlineData("\e^private\e\\text", "text")]
    [InlineData("\eXstring\e\\text", "text")]

    // Sequences of two and three characters
    [InlineData("\e7saved\e8", "saved")]
    [InlineData("\e(Bascii", "ascii")]
    [InlineData("\e)0x", "x")]
    [InlineData("\e#8x", "x")]
    [InlineData("\e%Gutf", "utf")]
    [InlineData("\ecreset", "reset")]
    [InlineData("\e=\e>keypad", "keypad")]

    // 8-bit control characters
    [InlineData("\u009B31mred\u009B0m", "red")]
    [InlineData("\u009D8;;https://a.example\u009Clink\u009D8;;\u009C", "link")]
    [InlineData("\u0090data\u009Ctext", "text")]
    [InlineData("a\u0084b\u008Dc", "abc")]
    [InlineData("â\u0080\u009Cquoted\u0080\u009D text", "âquoted text")]
    [InlineData("\u009D text that no terminator ends", " text that no terminator ends")]

    // Malformed and cut sequences
    [InlineData("lone \e", "lone ")]
    [InlineData("\e\e[31mtwice", "twice")]
    [InlineData("\e[31", "")]
    [InlineData("text\e[", "text")]
    [InlineData("text\e[1;3", "text")]
    [InlineData("\e[31中文", "中文")]
    [InlineData("\e[3\n1m", "1m")]
    [InlineData("\e]8;;https://ci.example.com/cut", "")]
    [InlineData("\e]0;no end\nnext line", "next line")]
    [InlineData("\e]0;no end\e[31mred", "red")]
    [InlineData("\ePno end\nnext line", "next line")]
    [InlineData("\e中", "中")]
    [InlineData("\e[31\e[32mgreen", "green")]
    [InlineData("\e[99999999999999999999Cx", null)]

    // Each line in its final state
    [InlineData("abc\rX", "Xbc")]
    [InlineData(" 10%\r 60%\r100%", "100%")]
    [InlineData("12345\r\e[Kok", "ok")]
    [InlineData("12345\e[2K\rok", "ok")]
    [InlineData("abcdef\e[3D\e[Kx", "abcx")]
    [InlineData("abcdef\e[3G\e[1Kx", "  xdef")]
    [InlineData("ab\bc", "ac")]
    [InlineData("N\bNA\bAM\bME\bE", "NAME")]
    [InlineData("a\e[3Cb", "a   b")]
    [InlineData("downloading\e[1Gdone\e[K", "done")]
    [InlineData("12345\e[3D\e[2X", "12  5")]
    [InlineData("a\r\nb\r\nc", "a\nb\nc")]
    [InlineData("a\r\r\nb", "a\nb")]
    [InlineData("a\r", "a")]
    [InlineData("安装中 10%\r安装中 100%", "安装中 100%")]
    [InlineData("中文\rX", "X 文")]
    [InlineData("a\tb\rXY", "XY      b")]
    [InlineData("👍🏽 10%\r👍🏽 99%", "👍🏽 99%")]
    [InlineData("first\nold\rnew\nlast", "first\nnew\nlast")]
    [InlineData("\b\b\bx", "x")]

    // Byte order marks and control characters
    [InlineData("\uFEFFtext", "text")]
    [InlineData("te\uFEFFxt\uFEFF", "text")]
    [InlineData("a\0b\u0001c\u007F", "abc")]
    [InlineData("beep\a", "beep")]
    [InlineData("a\vb\fc", "a\nb\nc")]
    [InlineData("a\u0085b", "a\nb")]
    [InlineData("a\tb", "a\tb")]

    // Blank lines at the start and end
    [InlineData("\n\ntext\n\n\n", "text")]
    [InlineData("  \n\t\n  indented\n\n  more \n \n", "  indented\n\n  more ")]
    [InlineData("\e[0m\n\e[32mok\e[0m\n\e[0m\n", "ok")]
    [InlineData(" ", "")]
    [InlineData("\n\r\n\t", "")]
    [InlineData("\u00A0\u3000\u200B\u2003\u2060\u00AD\u3164", "")]
    [InlineData("\e[31m\e[0m", "")]
    public void Text_is_cleaned_as_a_terminal_shows_it(string given, string? expected)
    {
        var cleaned = TerminalText.Clean(given);
        Assert.Equal(expected ?? cleaned, cleaned);
        Assert.DoesNotContain(cleaned, c => char.IsControl(c) && c is not ('\t' or '\n'));
        Assert.True(cleaned.Length <= 1024);
        Assert.Equal(cleaned, TerminalText.Clean(cleaned));
    }

    [Theory]
    [InlineData("磁盘告警 🚨 web01 的 /data 已用 95%")]
    [InlineData("a\n\n  b\tc")]
    [InlineData("[1;31m in brackets, and C:\\new")]
    [InlineData("👩‍👩‍👧‍👦 e\u0301 \uFE0F x")]
    [InlineData("\u3000两个全角空格起头")]
    public void Text_that_needs_no_cleaning_is_the_same_object(string text) => Assert.Same(text, TerminalText.Clean(text));

    /// <summary>The worst cases for a reader that goes back over the text: they would take it hours.</summary>
    [Theory]
    [InlineData("\e]")]
    [InlineData("\eP\n")]
    [InlineData("\u0090\n")]
    [InlineData("\r")]
    [InlineData("x\b\e[1K")]
    [InlineData("x\r\e[999C\e[1K")]
    [InlineData("\e[")]
    [InlineData("中\b\b")]
    public void A_long_text_is_cleaned_in_one_pass(string piece) =>
        Assert.DoesNotContain('\e', TerminalText.Clean(string.Concat(Enumerable.Repeat(piece, 500_000))));
}
