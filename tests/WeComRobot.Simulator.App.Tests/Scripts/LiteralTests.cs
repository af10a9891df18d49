using WeComRobot.Simulator.App.Scripts;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>PastedScriptTests proves that PowerShell reads them back; this says how they look.</summary>
public sealed class LiteralTests
{
    [Theory]
    [InlineData("", "''")]
    [InlineData("磁盘 95%", "'磁盘 95%'")]
    [InlineData("$x `n \"a\"", "'$x `n \"a\"'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("‘a’‚b‛", "'‘‘a’’‚‚b‛‛'")]
    [InlineData("-Raw", "'-Raw'")]
    [InlineData("👩‍👩‍👧 ❤️ 🏳️‍🌈", "'👩‍👩‍👧 ❤️ 🏳️‍🌈'")]
    [InlineData("中文　空格", "'中文　空格'")]
    public void A_text_stands_in_single_quotes(string text, string literal) => Assert.Equal(literal, Literal.Of(text));

    [Theory]
    [InlineData("a\nb", "\"a`nb\"")]
    [InlineData("a\r\nb\tc\0", "\"a`r`nb`tc`0\"")]
    [InlineData("\u001B[1m", "\"$([char]0x1B)[1m\"")]
    [InlineData("\uFEFF\u0085\u202E", "\"$([char]0xFEFF)$([char]0x85)$([char]0x202E)\"")]
    [InlineData("a\u200Bb\u2060\u00AD", "\"a$([char]0x200B)b$([char]0x2060)$([char]0xAD)\"")]
    [InlineData("\u3164\u2800\u115F", "\"$([char]0x3164)$([char]0x2800)$([char]0x115F)\"")]
    [InlineData("a\U000E0041", "\"a$([char]0xDB40)$([char]0xDC41)\"")]
    [InlineData("it's $x `n\n\"“a”„", "\"it's `$x ``n`n`\"`“a`”`„\"")]
    public void What_no_script_should_hold_as_it_is_is_escaped_in_double_quotes(string text, string literal) => Assert.Equal(literal, Literal.Of(text));

    [Fact]
    public void The_sign_that_stops_parsing_stands_in_parentheses() => Assert.Equal("('--%')", Literal.Of("--%"));

    [Theory]
    [InlineData("a\n it's\n '@\n'\n\n", "@'\na\n it's\n '@\n'\n\n\n'@")]
    [InlineData("'@", null)]
    [InlineData("a\n‛@ b", null)]
    [InlineData("a\tb\n", null)]
    [InlineData("a\r\nb", null)]
    [InlineData("a\n\u200Bb", null)]
    public void A_here_string_has_the_lines_as_they_are_or_is_none(string text, string? literal) => Assert.Equal(literal, Literal.HereString(text));
}
