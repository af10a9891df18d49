using System.Management.Automation;
using WeComRobot.Reference;

namespace WeComRobot.Commands;

/// <summary>Shows how often WeCom's APIs may be called, and how many messages a robot takes. (wecom-faq.md, 访问频率; group-robot-api.md, 消息发送频率限制)</summary>
[Cmdlet(VerbsCommon.Get, "WeComApiLimit")]
[OutputType(typeof(ApiLimit))]
public sealed class GetWeComApiLimitCommand : WeComCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(ApiLimits.All, enumerateCollection: true);
}
