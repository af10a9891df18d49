namespace WeComRobot.Reference;

/// <summary>A limit in api-limits.json.</summary>
internal sealed record ApiLimitEntry(BilingualText Scope, int PerMinute, LinkEntry Source, int? PerHour = null)
{
    public ApiLimit InUserLanguage => new(Scope.ToString(), PerMinute, PerHour, Source.InUserLanguage);
}
