using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Reference;

/// <summary>The agents that the FAQ knows, from agents.json (wecom-faq.md, 已知 Agent/应用).</summary>
public static class Agents
{
    private const int ClassSize = 1_000_000;

    private static readonly Lazy<AgentEntry[]> Entries = new(() => DataFile.Read("agents.json", DataFileContext.Default.AgentEntryArray));

    /// <summary>All of them, in the FAQ's order.</summary>
    public static IReadOnlyList<AgentInfo> All => [.. Entries.Value.Select(entry => entry.InUserLanguage)];

    /// <summary>Those one of whose names, in either language, passes.</summary>
    public static IReadOnlyList<AgentInfo> Named(Func<string, bool> passes) =>
        [.. Entries.Value.Where(entry => passes(entry.Name.En) || passes(entry.Name.Zh)).Select(entry => entry.InUserLanguage)];

    /// <summary>The agent of an id; one with its class only, or not even that, where the FAQ does not list it.</summary>
    public static AgentInfo Get(int id) =>
        Array.Find(Entries.Value, entry => entry.Id == id)?.InUserLanguage ?? Classified(new() { IsKnown = false, Id = id, Note = NoteOf(id) });

    /// <summary>The same with the class that its id says.</summary>
    internal static AgentInfo Classified(AgentInfo agent) =>
        ClassOf(agent.Id) is { } found ? agent with { Class = found, ClassName = NameOf(found) } : agent;

    private static AgentClass? ClassOf(int? id) =>
        id is > 0 && Enum.IsDefined(typeof(AgentClass), id / ClassSize) ? (AgentClass)(id / ClassSize) : null;

    private static string NameOf(AgentClass agentClass) => agentClass switch
    {
        AgentClass.Own => Strings.OwnAgent,
        AgentClass.System => Strings.SystemAgent,
        _ => Strings.BuiltInAgent,
    };

    private static string NoteOf(int id) => ClassOf(id) is { } found
        ? Strings.AgentOfClass.With((int)found * ClassSize)
        : Strings.AgentOutside.With((int)AgentClass.Own * ClassSize, (int)AgentClass.System * ClassSize, (int)AgentClass.BuiltIn * ClassSize);
}

/// <summary>An agent in agents.json.</summary>
internal sealed record AgentEntry(BilingualText Name, int? Id = null, LinkEntry[]? Api = null)
{
    public AgentInfo InUserLanguage => Agents.Classified(new()
    {
        Id = Id,
        Name = Name.ToString(),
        Api = [.. (Api ?? []).Select(api => api.InUserLanguage)],
    });
}
