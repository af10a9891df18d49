using System;

namespace WeComRobot.Reference;

/// <summary>What the id of an agent says by itself: ids of a class begin at the same million.</summary>
internal static class AgentClasses
{
    private const int ClassSize = 1_000_000;

    /// <summary>The same agent with the class that its id says.</summary>
    public static AgentInfo Classify(AgentInfo agent) =>
        ClassOf(agent.Id) is { } found ? agent with { Class = found, ClassName = NameOf(found) } : agent;

    /// <summary>An agent that the FAQ does not list.</summary>
    public static AgentInfo Describe(int id) => Classify(new()
    {
        IsKnown = false,
        Id = id,
        Note = ClassOf(id) is { } found
            ? Strings.AgentOfClass.With((int)found * ClassSize)
            : Strings.AgentOutside.With((int)AgentClass.Own * ClassSize, (int)AgentClass.System * ClassSize, (int)AgentClass.BuiltIn * ClassSize),
    });

    private static AgentClass? ClassOf(int? id) =>
        id is > 0 && Enum.IsDefined(typeof(AgentClass), id / ClassSize) ? (AgentClass)(id / ClassSize) : null;

    private static string NameOf(AgentClass agentClass) => agentClass switch
    {
        AgentClass.Own => Strings.OwnAgent,
        AgentClass.System => Strings.SystemAgent,
        _ => Strings.BuiltInAgent,
    };
}
