using WeComRobot.Markdown.Splitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Fitting;

/// <summary>Composes the messages of one content: measures how much of it each can hold besides marks and mentions, and adds the mentions.</summary>
internal sealed class PartComposer(ContentMessage message, OverflowOptions options)
{
    // With less than this there would be no readable text, and no room to repeat a fence or a quote
    private const int MinRoom = 32;

    public string MessageType => message.MessageType;

    public string Field => message.ContentPath;

    public int MaxBytes => message.MaxBytes;

    public bool IsMarkdown => message is not TextMessage;

    /// <summary>Puts a mark or a notice on a line of its own; in Markdown, into a block of its own.</summary>
    public string Separator => IsMarkdown ? "\n\n" : "\n";

    public IPartReader ReadParts(string text, bool isTight = false) =>
        IsMarkdown ? new MarkdownPartReader(text, isTight) : new TextPartReader(text, isTight);


    /// <summary>How many UTF-8 bytes of the content a message can hold.</summary>
    /// <param name="size">The UTF-8 bytes of the whole content, for the error.</param>
    /// <param name="other">The UTF-8 bytes of the mark or the notice.</param>
    /// <param name="mayMention">Whether the message may carry the mentions.</param>
    /// <exception cref="InvalidMessageException">ContentTooLong: almost no room is left.</exception>
    public int MeasureRoom(int size, int other, bool mayMention)
    {
        other += mayMention ? Utf8Size.Count(MarkdownMention.Append(">", options.MarkdownMention)) - 1 : 0;
        var room = MaxBytes - other;
        return room >= MinRoom ? room : throw CreateTooLong(Strings.LittleRoom.With(Field, size, other, MaxBytes), MaxBytes, size);
    }

    /// <summary>Whether the message with this index, from 0, may have to carry the mentions.</summary>
    public bool MayMention(int index) => options.MentionOn != MentionPlace.First || index == 0;

    /// <summary>Creates a message with this content, and with the mentions if they belong on it.</summary>
    public ContentMessage Compose(string content, bool isFirst, bool isLast) => options.MentionOn switch
    {
        MentionPlace.First when !isFirst => ComposeWithoutMentions(content),
        MentionPlace.Last when !isLast => ComposeWithoutMentions(content),
        _ => ComposeWithMentions(content),
    };

    /// <summary>Creates a message with this content and the mentions.</summary>
    public ContentMessage ComposeWithMentions(string content) => message.WithContent(MarkdownMention.Append(content, options.MarkdownMention));

    /// <summary>The warning that a link is cut.</summary>
    public Finding CutLinkWarning => ContentFinding.Warning(
        message, Strings.LinkCut.With(Field, MaxBytes).Then(Advice.Get(nameof(Strings.AdviseShorterLink))), MaxBytes);

    public InvalidMessageException CreateTooLong(string text, long limit, long actual, string? remedy = null) =>
        new(MessageType, [ContentFinding.Error(message, text, FailureCause.ContentTooLong, limit, actual)], remedy);

    private ContentMessage ComposeWithoutMentions(string content) => message.WithContent(content).WithoutMentions();
}
