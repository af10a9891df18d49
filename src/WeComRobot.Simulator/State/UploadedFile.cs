namespace WeComRobot.Simulator.State;

/// <summary>What an upload that was not accepted would have been.</summary>
/// <param name="Type">The type in the query; empty if there is none.</param>
/// <param name="Name">The name of the file; null if there is no file in the request.</param>
/// <param name="Size">Its length in bytes; null if there is no file in the request.</param>
internal sealed record UploadedFile(string Type, string? Name, int? Size);
