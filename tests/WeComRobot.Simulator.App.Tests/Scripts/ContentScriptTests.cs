namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>The scripts of text and Markdown.</summary>
public sealed class ContentScriptTests
{
    [Theory]
    [InlineData("text", "Send-WeComText 'it''s up' -Robot …")]
    [InlineData("markdown", "Send-WeComMarkdown 'it''s up' -Robot …")]
    [InlineData("markdown_v2", "Send-WeComMarkdown 'it''s up' -V2 -Robot …")]
    public void One_line_is_an_argument(string type, string script) => Assert.Equal(script, Payloads.Script(Payloads.Content(type, "it's up")));

    [Fact]
    public void Several_lines_are_a_here_string() => Assert.Equal(
        """
        @'
        # it's up
        - web01
        '@ | Send-WeComMarkdown -V2 -Robot …
        """,
        Payloads.Script(Payloads.Content("markdown_v2", "# it's up\n- web01")));

    [Fact]
    public void What_the_cmdlet_would_clean_is_sent_raw_whatever_the_line_ends_of_the_script() => Assert.Equal(
        """
        @'
        a

        '@ -replace '\r' | Send-WeComText -Raw -Robot …
        """,
        Payloads.Script(Payloads.Text("a\n")));

    [Theory]
    [InlineData("a\u001B[0m", "Send-WeComText \"a$([char]0x1B)[0m\" -Raw -Robot …")]
    [InlineData("a\r\nb", "Send-WeComText \"a`r`nb\" -Raw -Robot …")]
    [InlineData("a\tb\nc", "Send-WeComText \"a`tb`nc\" -Robot …")]
    [InlineData("a\n'@\nb", "Send-WeComText \"a`n'@`nb\" -Robot …")]
    [InlineData(" a ", "Send-WeComText ' a ' -Robot …")]
    public void Lines_that_no_here_string_can_hold_are_one_argument(string content, string script) => Assert.Equal(script, Payloads.Script(Payloads.Text(content)));

    [Theory]
    [InlineData(""" "mentioned_list":["lisi","wang.wu"] """, "-Mention lisi, wang.wu")]
    [InlineData(""" "mentioned_list":["lisi","@all"] """, "-Mention lisi -MentionAll")]
    [InlineData(""" "mentioned_list":["@all"] """, "-MentionAll")]
    [InlineData(""" "mentioned_list":["@all","123"] """, "-Mention '@all', '123'")]
    [InlineData(""" "mentioned_list":["-x","it's"],"mentioned_mobile_list":["13800001111"] """, "-Mention '-x', 'it''s' -MentionMobile '13800001111'")]
    public void Mentions_are_parameters(string lists, string parameters) =>
        Assert.Equal($"Send-WeComText 'a' {parameters} -Robot …", Payloads.Script($$$"""{"msgtype":"text","text":{"content":"a",{{{lists}}}}}"""));

    [Fact]
    public void Content_that_is_too_long_is_left_to_the_cmdlet_to_split()
    {
        var content = new string('x', 3000);

        Assert.Equal($"Send-WeComText '{content}' -Robot …", Payloads.Script(Payloads.Text(content)));
    }
}
