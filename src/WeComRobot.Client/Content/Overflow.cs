using System.Collections.Generic;
using WeComRobot.Messages;

namespace WeComRobot.Content;

/// <summary>Makes the messages that carry a content of any length.</summary>
public static class Overflow
{
    /// <summary>The messages, in the order in which they are to be sent.</summary>
    public static OverflowPlan Plan(Message message, OverflowOptions options) => new([message], null);
}

/// <summary>What is to be sent for one message.</summary>
/// <param name="Messages">The messages that carry it, in their order.</param>
/// <param name="File">What goes up and is sent as a file after them; null with any policy but File.</param>
public sealed record OverflowPlan(IReadOnlyList<Message> Messages, AttachedText? File);

/// <summary>A text to upload.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">Its bytes: UTF-8 without byte order mark.</param>
public sealed record AttachedText(string Name, byte[] Content);
