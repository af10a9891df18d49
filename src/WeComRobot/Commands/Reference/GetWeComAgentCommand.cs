using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Errors;
using WeComRobot.Reference;

namespace WeComRobot.Commands;

/// <summary>
/// Shows the agents (apps of WeCom) that the FAQ knows, the class of any agent's id, their APIs and documents. (service.md#agents)
/// </summary>
[Cmdlet(VerbsCommon.Get, "WeComAgent", DefaultParameterSetName = NameSet)]
[OutputType(typeof(AgentInfo))]
public sealed class GetWeComAgentCommand : WeComCommand
{
    private const string IdSet = "Id";
    private const string NameSet = "Name";

    /// <summary>AgentIDs. For one that the FAQ does not list, only the class is shown: 1000000 own, 2000000 system, 3000000 built-in.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = IdSet)]
    public int[] Id { get; set; } = [];

    /// <summary>Names, in English or Chinese; wildcards are expanded, and case does not count. A number is an AgentID. Defaults to all agents.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            WriteObject(Id.Select(Agents.Get), enumerateCollection: true);
            return;
        }

        foreach (var name in Name)
        {
            this.ReportFailures(name, () => WriteObject(Find(name), enumerateCollection: true));
        }
    }

    private static IReadOnlyList<AgentInfo> Find(string name)
    {
        // An id from a CSV or JSON file is text
        if (int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            return [Agents.Get(id)];
        }

        var found = Agents.FindByName(WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch);
        return found.Count > 0 || WildcardPattern.ContainsWildcardCharacters(name)
            ? found
            : throw new WeComException(FailureCause.AgentNotFound, CommandStrings.AgentUnknown.With(name), ErrorIds.RemedyFor(FailureCause.AgentNotFound));
    }
}
