using System.Management.Automation;
using System.Net.Http;
using System.Text;

namespace WeComRobot.Benchmarks.Limit;

/// <summary>Posts a payload that is ready.</summary>
[Cmdlet("Send", "LimitText")]
public sealed class SendLimitTextCommand : LimitCommand
{
    /// <summary>The payload, in JSON.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public string Body { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        using var content = new StringContent(Body, Encoding.UTF8, "application/json");
        Post(content);
    }
}
