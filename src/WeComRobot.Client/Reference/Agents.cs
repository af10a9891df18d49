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

    /// <summary>Those one of whose names, in either language, passes.</summary>
    public static IReadOnlyList<AgentInfo> Named(Func<string, bool> passes) =>
        [.. Entries.Value.Where(entry => passes(entry.Name.En) || passes(entry.Name.Zh)).Select(entry => entry.InUserLanguage)];

    /// <summary>The agent of an id; its class only, or not even that, when the FAQ does not list it.</summary>
    public static AgentInfo Get(int id) => Array.Find(Entries.Value, entry => entry.Id == id)?.InUserLanguage ?? AgentClasses.Describe(id);
}
