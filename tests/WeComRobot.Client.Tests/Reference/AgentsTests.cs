using System.Linq;
using WeComRobot.Reference;
using Xunit;

namespace WeComRobot.Client.Tests.Reference;

public class AgentsTests
{
    // service.md#agents: every row, as id, name and API
    private const string Faq = """
        2000002|通讯录同步|
        2000003|客户联系/外部联系人|Contact Customers
        2000004|会话内容存档|financial,会话内容存档/API <https://developer.work.weixin.qq.com/document/path/91360>
        2000005|groupSharedApps|
        |安全管理|
        |数据同步|
        3010168|上下游|密钥,事件接收
        3010011|打卡|
        3010040|审批|密钥,事件接收,审批/API <https://work.weixin.qq.com/api/doc/17893>
        3010041|汇报|
        3010097|直播|直播/API <https://developer.work.weixin.qq.com/document/path/93633>
        3010115|对外收款|密钥,事件接收,对外收款/API <https://open.work.weixin.qq.com/api/doc/24952>
        3010185|人事助手|
        |公费电话|公费电话/API <https://work.weixin.qq.com/api/doc/14744>
        |微信客服|密钥,事件接收,微信客服/API <https://open.work.weixin.qq.com/api/doc/31106>
        |企业微信服务商助手|
        |会议室|
        |学习园地|
        |公告|
        |健康上报|
        |同事吧|
        |行业资讯|
        |投屏|
        |测温|
        |打印|
        |网络|
        |门禁|
        |通讯录同步|contactsApi,密钥,事件接收,通讯录管理/API <https://developer.work.weixin.qq.com/document/path/90193>
        |员工服务|intelligentServicer
        |奖励|fuli
        |一周小结|weeklySummary
        |素材库|material
        """;

    [Fact]
    public void All_rows_of_the_FAQ_are_there_in_its_order() => Assert.Equal(
        Faq.Split('\n').Select(row => row.Trim()),
        InLanguage.Read("zh-CN", () => Agents.All.Select(agent => $"{agent.Id}|{agent.Name}|{string.Join(',', agent.Api)}").ToArray()));

    [Fact]
    public void In_English_every_agent_and_API_has_a_name_without_Chinese() => Assert.All(
        InLanguage.Read("en-US", () => Agents.All), agent => Assert.DoesNotContain(agent + string.Concat(agent.Api), c => c is >= '\u4E00' and <= '\u9FFF'));

    [Theory]
    [InlineData(2000003, AgentClass.System, "system app")]
    [InlineData(3010040, AgentClass.BuiltIn, "built-in app")]
    public void A_known_id_has_its_class(int id, AgentClass agentClass, string name) =>
        Assert.Equal((true, agentClass, name), (Agents.Get(id).IsKnown, Agents.Get(id).Class, Agents.Get(id).ClassName));

    [Theory]
    [InlineData(1000000, AgentClass.Own)]
    [InlineData(1000002, AgentClass.Own)]
    [InlineData(1999999, AgentClass.Own)]
    [InlineData(2000000, AgentClass.System)]
    [InlineData(2999999, AgentClass.System)]
    [InlineData(3000000, AgentClass.BuiltIn)]
    [InlineData(3999999, AgentClass.BuiltIn)]
    public void An_unlisted_id_is_explained_by_its_class(int id, AgentClass agentClass)
    {
        var agent = Agents.Get(id);
        Assert.Equal((id, false, agentClass, null), (agent.Id, agent.IsKnown, agent.Class, agent.Name));
        Assert.Contains("does not list", agent.Note);
    }

    [Theory]
    [InlineData(999999)]
    [InlineData(4000000)]
    [InlineData(0)]
    [InlineData(-2000002)]
    [InlineData(int.MaxValue)]
    public void An_id_of_no_class_is_said_to_have_none(int id)
    {
        var agent = Agents.Get(id);
        Assert.Equal((id, false, null, null), (agent.Id, agent.IsKnown, agent.Class, agent.ClassName));
        Assert.Contains("no class", agent.Note);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Names_of_both_languages_are_found(string culture) => InLanguage.Read(culture, () =>
    {
        Assert.Equal([3010040], Agents.FindByName(name => name == "审批").Select(agent => agent.Id));
        Assert.Equal([3010040], Agents.FindByName(name => name == "Approval").Select(agent => agent.Id));
        Assert.Equal([2000002, null], Agents.FindByName(name => name == "通讯录同步").Select(agent => agent.Id));
        return 0;
    });
}
