using System;

namespace WeComRobot.Reference;

/// <summary>What the id of an agent alone says about it: the ids of a class are within the same million.</summary>
internal static class AgentClasses
{
    private const int ClassSize = 1_000_000;

    /// <summary>Adds the class that follows from the agent's id.</summary>
    public static AgentInfo Classify(AgentInfo agent) =>
        FindClass(agent.Id) is { } found ? agent with { Class = found, ClassName = GetClassName(found) } : agent;

    /// <summary>Describes an agent that the FAQ does not list.</summary>
    public static AgentInfo Describe(int id) => Classify(new()
    {
        IsKnown = false,
        Id = id,
        Note = FindClass(id) is { } found
            ? Strings.AgentOfClass.With((int)found * ClassSize)
            : Strings.AgentOutside.With((int)AgentClass.Own * ClassSize, (int)AgentClass.System * ClassSize, (int)AgentClass.BuiltIn * ClassSize),
    });

    private static AgentClass? FindClass(int? id) =>
        id is > 0 && Enum.IsDefined(typeof(AgentClass), id / ClassSize) ? (AgentClass)(id / ClassSize) : null;

    private static string GetClassName(AgentClass agentClass) => agentClass switch
    {
        AgentClass.Own => Strings.OwnAgent,
        AgentClass.System => Strings.SystemAgent,
        _ => Strings.BuiltInAgent,
    };
}
