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
        Assert.All(forms, text => Assert.Equal((code, true), (Explain(text).Code, Explain(text).IsKnown)));
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
    [InlineData("""{"msg":"{\"errcode\":93000,\"errmsg\":\"x\"}"}""", 93000)]
    [InlineData("""{\\\"errcode\\\":93000""", 93000)]
    [InlineData("'errcode' => 93000", 93000)]
    [InlineData("ErrCode：93000", 93000)]
    [InlineData("POST /cgi-bin/webhook/send?key=abc,errcode=93000", 93000)]
    public void A_code_in_the_text_decides(string text, int code) => Assert.Equal((code, true), (Explain(text).Code, Explain(text).IsKnown));

    [Theory]
    [InlineData("errcode=0 errmsg=ok, then errcode=45009, then errcode=93000, errcode=93000", 45009, 93000)]
    [InlineData("a errcode=93000\nb errcode=40008", 93000, 40008)]
    [InlineData("errcode=0, errcode=0", 0)]
    public void Several_codes_are_explained_once_each_and_success_only_alone(string text, params int[] codes) =>
        Assert.Equal(codes, ErrorText.Explain(text).Select(known => known.Code!.Value));

    [Theory]
    [InlineData("2024-01-01 ERROR wecom: invalid webhook url, hint: [1]", 93000)]
    [InlineData("93000: invalid webhook url", 93000)]
    [InlineData("\"invalid media_id\"", 40007)]
    [InlineData("返回invalid media_id失败", 40007)]
    [InlineData("the errmsg was invalid media_id", 40007)]
    public void Known_words_are_found_anywhere(string text, int code) => Assert.Equal((code, true), (Explain(text).Code, Explain(text).IsKnown));

    [Theory]
    [InlineData("""{"errcode":44004,"errmsg":"invalid webhook url"}""", 44004)]
    [InlineData("invalid webhook url" + Tail + "45009", 45009)]
    [InlineData("""{"errcode":44004,"errmsg":"x""" + Tail + "45009\"}", 44004)]
    public void The_errcode_outranks_the_link_and_the_link_the_words(string text, int code) => Assert.Equal(code, Explain(text).Code);

    [Theory]
    [InlineData("invalid param 'key'")]
    [InlineData("""{"errcode":40058,"errmsg":"invalid param \u0027key\u0027"}""")]
    [InlineData("""{"errmsg":"invalid param 'key'","errcode":40058}""")]
    [InlineData("""{"errcode":40058,"errmsg":"invalid param 'key', hint: [1]"}""")]
    [InlineData("{'errcode': 40058, 'errmsg': \"invalid param 'key'" + Tail + "40058\"}")]
    public void The_words_choose_between_the_two_meanings_of_40058(string text)
    {
        Assert.Equal((40058, ErrorCodes.Explain(93000, "").Meaning), (Explain(text).Code, Explain(text).Meaning));
        Assert.Contains("too long", Explain("""{'key': 'abc'} -> {"errcode":40058,"errmsg":"text.content exceed max length 5120"}""").Meaning);
    }

    [Fact]
    public void An_unknown_code_is_not_explained_by_known_words()
    {
        var unknown = Explain("""{"errcode":99999,"errmsg":"invalid webhook url"}""");
        Assert.Equal((99999, false), (unknown.Code, unknown.IsKnown));
    }

    [Theory]
    [InlineData("no such words", "no such words")]
    [InlineData("okay then", "okay then")]
    [InlineData("system busybody", "system busybody")]
    [InlineData("ecosystem busy", "ecosystem busy")]
    [InlineData("all is ok", "all is ok")]
    [InlineData("see https://example.com/x?e=93000 for it", "see https://example.com/x?e=93000 for it")]
    [InlineData("{ \"errmsg\": \"bad 'x'\", \"ok\": true }", "bad 'x'")]
    [InlineData("{'errmsg': 'bad'}", "bad")]
    [InlineData("errmsg=bad 'x'}", "bad 'x'")]
    [InlineData("the errmsg is bad", "the errmsg is bad")]
    [InlineData("\"no such words\"", "no such words")]
    [InlineData("what is this, from ip: 203.0.113.7", "what is this")]
    [InlineData("99999999999", "99999999999")]
    [InlineData("", "")]
    public void Unknown_words_are_said_to_be_unknown_without_the_callers_address(string text, string errmsg)
    {
        var unknown = Explain(text);
        Assert.Equal((null, false, errmsg), (unknown.Code, unknown.IsKnown, unknown.ErrorMessage.Single()));
        Assert.Contains("errcode", unknown.Remedy);
    }

    private static ErrorInfo Explain(string text) => ErrorText.Explain(text).Single();
}
