using System.Linq;
using WeComRobot.Reference;
using Xunit;

namespace WeComRobot.Client.Tests.Reference;

/// <summary>Errors as logs show them.</summary>
public class ErrorTextTests
{
    private const string Tail = ", hint: [1653883914340381947793508], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=";

    [Theory]
    [MemberData(nameof(DocumentedErrorCodes.Messages), MemberType = typeof(DocumentedErrorCodes))]
    public void An_errmsg_alone_is_enough(string errmsg, int code)
    {
        string[] forms = [errmsg, errmsg.ToUpperInvariant(), $"  {errmsg}\r\n", $"{errmsg}, hint: [], from ip: 203.0.113.7", $"\"errmsg\": \"{errmsg}\""];
        Assert.All(forms, text => Assert.Equal((code, true), (ErrorText.Explain(text).Code, ErrorText.Explain(text).IsKnown)));
    }

    [Theory]
    [InlineData("93000", 93000)]
    [InlineData(" -1 ", -1)]
    [InlineData("""{"errcode":93000,"errmsg":"invalid webhook url"}""", 93000)]
    [InlineData("""{ "errmsg": "empty content", "errcode": "44004" }""", 44004)]
    [InlineData("{'errcode': 45009, 'errmsg': 'api freq out of limit" + Tail + "45009'}", 45009)]
    [InlineData("2026-11-22 02:00:11 ERROR wecom failed errcode=-1 errmsg=system busy", -1)]
    [InlineData("ops refused it with errcode 93004: robot stopped. The robot was stopped.", 93004)]
    [InlineData("whatever it says" + Tail + "40008", 40008)]
    [InlineData("https://open.work.weixin.qq.com/devtool/query?e=301059", 301059)]
    public void A_code_in_the_text_decides(string text, int code) => Assert.Equal((code, true), (ErrorText.Explain(text).Code, ErrorText.Explain(text).IsKnown));

    [Theory]
    [InlineData("""{"errcode":44004,"errmsg":"invalid webhook url"}""", 44004)]
    [InlineData("invalid webhook url" + Tail + "45009", 45009)]
    [InlineData("""{"errcode":44004,"errmsg":"x""" + Tail + "45009\"}", 44004)]
    public void The_errcode_outranks_the_link_and_the_link_the_words(string text, int code) => Assert.Equal(code, ErrorText.Explain(text).Code);

    [Theory]
    [InlineData("invalid param 'key'")]
    [InlineData("""{"errcode":40058,"errmsg":"invalid param 'key', hint: [1]"}""")]
    [InlineData("{'errcode': 40058, 'errmsg': \"invalid param 'key'" + Tail + "40058\"}")]
    public void Of_the_two_meanings_of_40058_the_words_choose(string text)
    {
        Assert.Equal((40058, ErrorCodes.Of(93000, "").Meaning), (ErrorText.Explain(text).Code, ErrorText.Explain(text).Meaning));
        Assert.Contains("too long", ErrorText.Explain("""{"errcode":40058,"errmsg":"text.content exceed max length 5120"}""").Meaning);
    }

    [Fact]
    public void An_unknown_code_is_not_explained_by_known_words()
    {
        var unknown = ErrorText.Explain("""{"errcode":99999,"errmsg":"invalid webhook url"}""");
        Assert.Equal((99999, false), (unknown.Code, unknown.IsKnown));
    }

    [Theory]
    [InlineData("no such words", "no such words")]
    [InlineData("okay then", "okay then")]
    [InlineData("system busybody", "system busybody")]
    [InlineData("what is this, from ip: 203.0.113.7", "what is this")]
    [InlineData("99999999999", "99999999999")]
    [InlineData("", "")]
    public void Unknown_words_are_said_to_be_unknown_without_the_callers_address(string text, string errmsg)
    {
        var unknown = ErrorText.Explain(text);
        Assert.Equal((null, false, errmsg), (unknown.Code, unknown.IsKnown, unknown.ErrorMessage.Single()));
        Assert.Contains("errcode", unknown.Remedy);
    }

    [Theory]
    [InlineData("WeComNotSent")]
    [InlineData("wecomnotsent,WeComRobot.Commands.SendWeComTextCommand")]
    public void An_error_id_is_explained_too(string text) => Assert.Equal(("WeComNotSent", null, true), (ErrorText.Explain(text).ErrorId, ErrorText.Explain(text).Code, ErrorText.Explain(text).IsKnown));
}
