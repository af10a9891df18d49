using System.Linq;
using WeComRobot.Reference;
using Xunit;

namespace WeComRobot.Client.Tests.Reference;

public class ApiLimitsTests
{
    // service.md#rate-limit, service.md#api-limits
    [Fact]
    public void The_documents_limits_are_there() => Assert.Equal(
        [
            ("机器人", 20, null, "https://developer.work.weixin.qq.com/document/path/91770"),
            ("企业/API", 10_000, 150_000, "https://developer.work.weixin.qq.com/document/path/90312"),
            ("IP/API", 20_000, 600_000, "https://developer.work.weixin.qq.com/document/path/90312"),
            ("第三方/IP/API", 40_000, 1_200_000, "https://developer.work.weixin.qq.com/document/path/90312"),
        ],
        InLanguage.Read("zh-CN", () => ApiLimits.All.Select(limit => (limit.Scope, limit.PerMinute, limit.PerHour, limit.Source.Url!)).ToArray()));

    [Fact]
    public void The_limits_are_in_English_too() => Assert.Equal(
        ["robot", "enterprise, for each API", "IP address, for each API", "third party's IP address, for each API"],
        InLanguage.Read("en-US", () => ApiLimits.All.Select(limit => limit.Scope).ToArray()));
}
