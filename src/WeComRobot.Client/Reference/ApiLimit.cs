namespace WeComRobot.Reference;

/// <summary>How often an API may be called, in the user's language.</summary>
/// <param name="Scope">Who or what is counted.</param>
/// <param name="PerMinute">Calls a minute; of a robot, messages.</param>
/// <param name="PerHour">Calls an hour; null when the documents name no such limit.</param>
/// <param name="Source">The document that says so.</param>
public sealed record ApiLimit(string Scope, int PerMinute, int? PerHour, DocumentLink Source);
