using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Shows the exact JSON that a message would be posted as (service.md#message-types). Sends nothing.</summary>
[Cmdlet(VerbsData.ConvertTo, "WeComJson")]
[OutputType(typeof(string))]
public sealed class ConvertToWeComJsonCommand : WeComCommand
{
    /// <summary>
    /// A message, a card or an article; or an official payload as JSON text, hashtable or custom object. It is checked
    /// against the same rules as when it is sent.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public object? InputObject { get; set; }

    /// <summary>Writes the JSON over several lines. What is posted is one line.</summary>
    [Parameter]
    public SwitchParameter Indented { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        this.ReportFailures(InputObject, () =>
        {
            var plan = OverflowPlan.For(PayloadReader.ReadAll(InputObject));
            this.WriteWarnings(plan.Notices.Concat(plan.Messages.SelectMany(MessageCheck.ThrowIfInvalid)));
            foreach (var message in plan.Messages)
            {
                WriteObject(MessageJson.ToText(message, Indented));
            }
        });
    }
}
