using System.Linq;
using WeComRobot.Reference;
using Xunit;

namespace WeComRobot.Client.Tests.Reference;

public class ErrorCodesTests
{
    [Theory]
    [MemberData(nameof(DocumentedErrorCodes.Codes), MemberType = typeof(DocumentedErrorCodes))]
    public void Every_documented_code_is_explained_in_whole_sentences_of_both_languages(int code)
    {
        foreach (var (culture, stop) in new[] { ("en-US", "."), ("zh-CN", "。"), ("fr-FR", ".") })
        {
            var known = InLanguage.Read(culture, () => ErrorCodes.Explain(code, ""));
            Assert.Equal((code, true), (known.Code, known.IsKnown));
            Assert.All([known.Meaning, known.Cause, known.Remedy], text => Assert.EndsWith(stop, text));
        }
    }

    [Fact]
    public void Nothing_else_is_claimed_to_be_known() =>
        Assert.Equal(DocumentedErrorCodes.Numbers.Order(), ErrorCodes.All.Select(known => known.Code!.Value).Distinct().Order());

    [Theory]
    [MemberData(nameof(DocumentedErrorCodes.Codes), MemberType = typeof(DocumentedErrorCodes))]
    public void Every_code_says_where_it_is_documented(int code)
    {
        var sources = ErrorCodes.Explain(code, "").Source;
        Assert.Contains(sources, source => source.Url == $"https://open.work.weixin.qq.com/devtool/query?e={code}");
        Assert.All(sources, source => Assert.NotEmpty(source.Title));
    }

    [Theory]
    [InlineData(45009, "消息发送频率限制", "https://developer.work.weixin.qq.com/document/path/91770")]
    [InlineData(301059, "Message archive API", "https://developer.work.weixin.qq.com/document/path/91360")]
    [InlineData(90501, "群聊 (group chats)", null)]
    [InlineData(93000, "(group robots): 如何使用群机器人 (how to use)", "https://developer.work.weixin.qq.com/document/path/91770")]
    [InlineData(0, "sibling", null)]
    public void A_source_names_the_section_and_the_address_that_the_documents_give(int code, string section, string? url) =>
        Assert.Contains(ErrorCodes.Explain(code, "").Source, source => source.Title.Contains(section) && source.Url == url);

    [Fact]
    public void A_code_that_no_page_documents_leads_to_the_global_table_alone() => Assert.EndsWith("?e=93004", Assert.Single(ErrorCodes.Explain(93004, "").Source).Url);

    [Fact]
    public void An_address_has_one_title_in_all_data()
    {
        var links = ErrorCodes.All.SelectMany(known => known.Source).Concat(Agents.All.SelectMany(agent => agent.Api)).Concat(ApiLimits.All.Select(limit => limit.Source));
        var titles = links.Where(link => link.Url is not null && !link.Url.EndsWith("/91770")).GroupBy(link => link.Url, link => link.Title);
        Assert.All(titles, same => Assert.Single(same.Distinct()));
    }

    [Theory]
    [InlineData(301059, "externalcontact/groupchat/get")]
    [InlineData(90501, "msgaudit/groupchat/get")]
    public void A_group_chat_of_the_other_kind_names_the_api_that_fits(int code, string api)
    {
        Assert.Contains(api, ErrorCodes.Explain(code, "").Remedy);
        Assert.Contains(api, InLanguage.Read("zh-CN", () => ErrorCodes.Explain(code, "").Remedy));
    }

    [Fact]
    public void The_official_words_are_the_meaning_in_Chinese() => Assert.Equal(
        "机器人 webhookurl 不合法或者机器人已经被移除出群。", InLanguage.Read("zh-CN", () => ErrorCodes.Explain(93000, "").Meaning));

    [Fact]
    public void Both_meanings_of_40058_are_given_and_the_words_tell_them_apart()
    {
        var (tooLong, noKey) = (ErrorCodes.Find(40058)[0], ErrorCodes.Find(40058)[1]);
        Assert.Equal(2, ErrorCodes.Find(40058).Count);
        Assert.Contains("too long", tooLong.Meaning);
        Assert.Contains("text.content exceed max length", tooLong.ErrorMessage);
        Assert.Equal([40058, 40058], [tooLong.Code, noKey.Code]);
        Assert.Equal(["invalid param 'key'"], noKey.ErrorMessage);
        Assert.Equal(ErrorCodes.Explain(93000, "").Remedy, noKey.Remedy);
    }

    [Theory]
    [InlineData(99999)]
    [InlineData(-2)]
    public void Any_other_is_said_to_be_unknown_with_a_place_to_look(int code)
    {
        var unknown = Assert.Single(ErrorCodes.Find(code));
        Assert.Equal((code, false, null), (unknown.Code, unknown.IsKnown, unknown.Cause));
        Assert.Contains("does not list", unknown.Meaning);
        Assert.Contains("全局错误码", unknown.Remedy);
        Assert.Equal($"https://open.work.weixin.qq.com/devtool/query?e={code}", Assert.Single(unknown.Source).Url);
    }
}
