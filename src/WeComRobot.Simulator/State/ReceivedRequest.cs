namespace WeComRobot.Simulator.State;

/// <summary>A request without its body.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path and the query.</param>
/// <param name="Key">The key in the query; empty if there is none.</param>
/// <param name="ContentType">The Content-Type; null if it has none.</param>
/// <param name="UserAgent">The User-Agent; null if it has none.</param>
internal sealed record ReceivedRequest(string Method, string Target, string Key, string? ContentType, string? UserAgent)
{
    public int Length => Target.Length + Key.Length + (ContentType?.Length ?? 0) + (UserAgent?.Length ?? 0);
}
