using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using WeComRobot.Markdown.Dialects.Adapting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using WeComRobot.Text;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Fitting;

/// <summary>What is to be sent for content of any length (architecture.md#too-long-is-not-lost).</summary>
/// <param name="Whole">The message that all of this carries; it can be sent again if nothing was delivered.</param>
/// <param name="Messages">The messages to send, in order.</param>
/// <param name="File">The text that is uploaded and sent as a file after them; null with any policy but File.</param>
public sealed record OverflowPlan(Message Whole, IReadOnlyList<Message> Messages, AttachedText? File = null)
{
    // Enough to show what the file is about
    private const int LeadBytes = 512;

    /// <summary>Warnings about the whole: what will not be shown or notify members as meant, and a link that had to be cut.</summary>
    public IReadOnlyList<Finding> Notices { get; init; } = [];

    /// <summary>The plan for a message that is sent as it is.</summary>
    internal static OverflowPlan For(Message message) => new(message, [message]);

    /// <summary>The plan for messages that a user gives together. Several are the parts of one message that was not delivered.</summary>
    /// <param name="given">The messages, each for one post.</param>
    /// <param name="isRaw">
    /// Whether they are sent as they are given: terminal sequences are not removed, and nothing warns of what will not be shown as meant.
    /// </param>
    public static OverflowPlan For(IReadOnlyList<Message> given, bool isRaw = false)
    {
        Message[] messages = [.. isRaw ? given : given.Select(MessageCleaner.Clean)];
        return new(messages[0], messages) { Notices = messages.Select(m => ReadingCheck.Find(m, isRaw)).FirstOrDefault(n => n.Count > 0) ?? [] };
    }

    /// <summary>The plan for a message with its whole content, whatever its length.</summary>
    /// <param name="message">The message with its whole content, but without the mentions that are to be appended to Markdown.</param>
    /// <param name="options">What to do if the content is too long.</param>
    /// <param name="time">The clock; its date and time may name a file. Defaults to the system's.</param>
    /// <exception cref="WeComException">
    /// ContentTooLong: there are too many parts. InvalidMessage: a user id is empty, or the Markdown has a picture as a data: address.
    /// </exception>
    public static OverflowPlan For(ContentMessage message, OverflowOptions options, TimeProvider? time = null)
    {
        var composer = new PartComposer(message, options);
        var content = WellFormed.Repair(Prepare(message, options));
        var plan = For(message, composer, content, options, time ?? TimeProvider.System);
        return plan with { Notices = [.. plan.Notices, .. ReadingCheck.Find(plan.Whole, options.IsRaw)] };
    }

    /// <summary>Cleans and adapts the content as the options say.</summary>
    private static string Prepare(ContentMessage message, OverflowOptions options)
    {
        var given = message.GetContent() ?? "";
        var clean = options.IsRaw ? given : TerminalText.Clean(given);

        // Checked before adapting turns a picture into a link
        DataPicture.ThrowIfIn(message, clean);
        return options.Adapt ? BlankLines.Trim(MarkdownAdapter.Adapt(clean, message)) : clean;
    }

    private static OverflowPlan For(ContentMessage message, PartComposer composer, string content, OverflowOptions options, TimeProvider time)
    {
        var whole = composer.ComposeWithMentions(content);
        return Utf8Size.Count(whole.GetContent()!) <= message.MaxBytes ? For(whole)
            : string.IsNullOrWhiteSpace(content) ? For(message.WithContent("")) // its own check refuses it as empty
            : options.Policy switch
            {
                OverflowPolicy.Split => Split(composer, whole, content, options),
                OverflowPolicy.Truncate => Truncate(composer, content),
                OverflowPolicy.File => Attach(whole, composer, content, options.FileName ?? AttachedName.For(content, composer.IsMarkdown, time)),
                _ => For(whole), // its own check refuses it, naming size and limit
            };
    }

    private static OverflowPlan Attach(ContentMessage whole, PartComposer composer, string content, string name) =>
        new(whole, [CreateLead(composer, content, name).Message], new(name, Encoding.UTF8.GetBytes(content)));

    private static OverflowPlan Truncate(PartComposer composer, string content)
    {
        var (message, cutAt) = Cut(composer, content, composer.MaxBytes, (_, left) => Strings.LeftOut.With(left));
        var links = new CutLinks(content, composer.IsMarkdown);
        links.CheckEnd(cutAt);
        return For(message) with { Notices = links.Any ? [composer.CutLinkWarning] : [] };
    }

    private static OverflowPlan Split(PartComposer composer, Message whole, string content, OverflowOptions options)
    {
        var (parts, hasCutLink) = MarkedParts.Split(composer, content, options.Mark);
        if (parts.Count > options.MaxPart)
        {
            throw composer.CreateTooLong(
                Strings.TooManyParts.With(composer.Field, Utf8Size.Count(content), parts.Count, composer.MaxBytes, options.MaxPart),
                options.MaxPart, parts.Count, Advice.Get(nameof(Strings.AdviseMoreParts)));
        }

        var messages = new List<Message>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            messages.Add(composer.Compose(parts[i], isFirst: i == 0, isLast: i == parts.Count - 1));
        }

        return new(whole, messages) { Notices = hasCutLink ? [composer.CutLinkWarning] : [] };
    }

    /// <summary>Cuts the content and adds a last line about the rest. Also returns where it was cut.</summary>
    private static (ContentMessage Message, int CutAt) Cut(PartComposer composer, string content, int maxBytes, Func<int, int, string> formatNotice)
    {
        var bytes = Utf8Size.Count(content);
        var noticeBytes = Utf8Size.Count(composer.Separator + formatNotice(bytes, bytes));
        var room = composer.MeasureRoom(bytes, noticeBytes, mayMention: true);
        if (composer.ReadParts(content).Next(Math.Min(room, maxBytes)) is not { } part)
        {
            return (composer.ComposeWithMentions(content), content.Length);
        }

        var left = Utf8Size.Count(content, part.Next, content.Length);
        return (composer.ComposeWithMentions(left == 0 ? part.Text : part.Text + composer.Separator + formatNotice(bytes, left)), part.Next);
    }

    private static (ContentMessage Message, int CutAt) CreateLead(PartComposer composer, string content, string name) =>
        Cut(composer, content, LeadBytes, (bytes, _) => Strings.WholeInFile.With(bytes, UploadName.Safe(name)));
}
