using System.Collections.Generic;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>
/// What is sent for one message: its parts in order and, as the last one, a file that is uploaded first. It is checked when it is
/// created, so that every instance can be sent.
/// </summary>
public sealed class Outgoing
{
    private Outgoing(IReadOnlyList<Message> messages, MediaFile? attachment, IReadOnlyList<Finding> recommendations)
    {
        Messages = messages;
        Attachment = attachment;
        Recommendations = recommendations;
    }

    /// <summary>The parts that are complete as they are.</summary>
    public IReadOnlyList<Message> Messages { get; }

    /// <summary>The file that becomes a message of its own, after the others; null if there is none. Its owner closes it.</summary>
    public MediaFile? Attachment { get; }

    /// <summary>The recommendations that the messages do not follow; the service accepts them all the same.</summary>
    public IReadOnlyList<Finding> Recommendations { get; }

    /// <summary>How many messages the group will see.</summary>
    public int PartCount => Messages.Count + (Attachment is null ? 0 : 1);

    /// <summary>Sends one message.</summary>
    /// <exception cref="InvalidMessageException">It breaks a rule of the official page.</exception>
    public static Outgoing For(Message message) => For([message]);

    /// <summary>Sends one file or voice recording.</summary>
    public static Outgoing For(MediaFile attachment) => For([], attachment);

    /// <summary>Sends the parts of one message.</summary>
    /// <param name="messages">The parts that are complete as they are.</param>
    /// <param name="attachment">The file that is sent after them. Defaults to none.</param>
    /// <exception cref="InvalidMessageException">A part breaks a rule of the official page.</exception>
    public static Outgoing For(IReadOnlyList<Message> messages, MediaFile? attachment = null) => new(messages, attachment, MessageCheck.ThrowIfInvalid(messages));

    /// <summary>Sends what a plan says.</summary>
    /// <exception cref="WeComException">A message breaks a rule of the official page, or the text is too long for a file.</exception>
    public static Outgoing For(OverflowPlan plan)
    {
        var recommendations = MessageCheck.ThrowIfInvalid(plan.Messages);
        return new(plan.Messages, plan.File?.ToMediaFile(), recommendations);
    }

    /// <summary>All parts as messages.</summary>
    /// <param name="mediaId">The id of the attachment's upload; null before it is uploaded.</param>
    internal IReadOnlyList<Message> ToMessages(string? mediaId) => Attachment is null ? Messages : [.. Messages, CreateFileMessage(Attachment.Type, mediaId)];

    private static Message CreateFileMessage(MediaType type, string? mediaId)
    {
        var body = mediaId is null ? null : new MediaBody { MediaId = mediaId };
        return type == MediaType.Voice ? new VoiceMessage { Voice = body } : new FileMessage { File = body };
    }
}
