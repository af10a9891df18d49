using System.Linq;

namespace WeComRobot.Reference;

/// <summary>An agent in agents.json.</summary>
internal sealed record AgentEntry(BilingualText Name, int? Id = null, LinkEntry[]? Api = null)
{
    public AgentInfo InUserLanguage => AgentClasses.Classify(new()
    {
        Id = Id,
        Name = Name.ToString(),
        Api = [.. (Api ?? []).Select(api => api.InUserLanguage)],
    });
}
