namespace WeComRobot.Reference;

/// <summary>What an errcode means and what to do about it.</summary>
/// <param name="Code">The errcode.</param>
/// <param name="Meaning">The official meaning.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ErrorCode(int Code, string Meaning, string Remedy);
