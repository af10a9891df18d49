namespace WeComRobot.Reference;

/// <summary>An agent, which is an app in WeCom, in the user's language.</summary>
public sealed record AgentInfo
{
    /// <summary>The AgentID; null when the FAQ names none.</summary>
    public int? Id { get; init; }

    /// <summary>The app's name; null for an id that the FAQ does not list.</summary>
    public string? Name { get; init; }

    /// <summary>Its class; null when there is no id, or an id of no class.</summary>
    public AgentClass? Class { get; init; }

    /// <summary>The class in the user's language.</summary>
    public string? ClassName { get; init; }

    /// <summary>Whether the FAQ lists it.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Its APIs according to the FAQ, with the addresses of their documents if the FAQ has them.</summary>
    public DocumentLink[] Api { get; init; } = [];

    /// <summary>A remark, or null.</summary>
    public string? Note { get; init; }
}
