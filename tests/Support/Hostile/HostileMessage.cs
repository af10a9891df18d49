namespace WeComRobot.Tests.Support;

/// <summary>A message that tries to harm the page or the simulator.</summary>
/// <param name="Name">What is hostile about it.</param>
/// <param name="Body">The request body, in which <see cref="MediaId"/> stands for the id of an upload.</param>
/// <param name="FileName">The name of the file to upload before; null for none.</param>
/// <param name="ErrCode">What the service answers; 0 if it accepts the message.</param>
public sealed record HostileMessage(string Name, string Body, string? FileName, int ErrCode)
{
    /// <summary>What stands for a media id in a body.</summary>
    public const string MediaId = "MEDIA_ID";
}
