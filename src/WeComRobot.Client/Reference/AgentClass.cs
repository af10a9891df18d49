namespace WeComRobot.Reference;

/// <summary>The class of an agent, by its id (service.md#agents).</summary>
public enum AgentClass
{
    /// <summary>Ids from 1000000: an app of the enterprise's own (自建应用).</summary>
    Own = 1,

    /// <summary>Ids from 2000000: a system app (系统应用).</summary>
    System,

    /// <summary>Ids from 3000000: a built-in app (内置应用).</summary>
    BuiltIn,
}
