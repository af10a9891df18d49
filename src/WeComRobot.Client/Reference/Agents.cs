using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Reference;

/// <summary>The agents that the FAQ knows, from agents.json (service.md#agents).</summary>
internal static class Agents
{
    private static readonly Lazy<AgentEntry[]> Entries = new(() => DataFile.Read("agents.json", ReferenceJsonContext.Default.AgentEntryArray));

    /// <summary>All of them, in the FAQ's order.</summary>
    public static IReadOnlyList<AgentInfo> All => [.. Entries.Value.Select(entry => entry.InUserLanguage)];

    /// <summary>Finds the agents that have a matching name, in either language.</summary>
    public static IReadOnlyList<AgentInfo> FindByName(Func<string, bool> isMatch) =>
        [.. Entries.Value.Where(entry => isMatch(entry.Name.En) || isMatch(entry.Name.Zh)).Select(entry => entry.InUserLanguage)];

    /// <summary>Gets the agent of an id. If the FAQ does not list it, the result has its class alone, or not even that.</summary>
    public static AgentInfo Get(int id) => Array.Find(Entries.Value, entry => entry.Id == id)?.InUserLanguage ?? AgentClasses.Describe(id);
}
