using System.Management.Automation;
using WeComRobot.Reference;

namespace WeComRobot.Commands;

/// <summary>
/// Shows how often WeCom's APIs may be called, and how many messages a robot takes. (service.md#api-limits, service.md#rate-limit)
/// </summary>
[Cmdlet(VerbsCommon.Get, "WeComApiLimit")]
[OutputType(typeof(ApiLimit))]
public sealed class GetWeComApiLimitCommand : WeComCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(ApiLimits.All, enumerateCollection: true);
}
