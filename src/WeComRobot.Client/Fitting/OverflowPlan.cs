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

/// <summary>What is to be sent for a content of any length (DESIGN, decision 8).</summary>
/// <param name="Whole">The message that it stands for. It can be sent again if nothing of it was delivered.</param>
/// <param name="Messages">The messages that carry it, in their order.</param>
/// <param name="File">What is uploaded and sent as a file after them; null with any policy but File.</param>
public sealed record OverflowPlan(Message Whole, IReadOnlyList<Message> Messages, AttachedText? File = null)
{
    // Enough to tell what the file is about
    private const int LeadBytes = 512;

    /// <summary>Warnings about the whole: what will not read or ping as meant, and a link that had to be cut.</summary>
    public IReadOnlyList<Finding> Notices { get; init; } = [];

    /// <summary>The plan of a message that was composed here, and goes as it is.</summary>
    internal static OverflowPlan For(Message message) => new(message, [message]);

    /// <summary>The plan of messages as users give them, together: several are the parts of one that did not arrive.</summary>
    /// <param name="given">The messages, each for one post.</param>
    /// <param name="isRaw">Whether they are sent as given: neither cleaned of what is meant for terminals, nor checked for what will not read.</param>
    public static OverflowPlan For(IReadOnlyList<Message> given, bool isRaw = false)
    {
        Message[] messages = [.. isRaw ? given : given.Select(MessageCleaner.Clean)];
        return new(messages[0], messages) { Notices = messages.Select(m => ReadingCheck.Find(m, isRaw)).FirstOrDefault(n => n.Count > 0) ?? [] };
    }

    /// <summary>The plan of a message with its whole content, whatever its length.</summary>
    /// <param name="message">A message with the whole content; without the mentions that stand in Markdown.</param>
    /// <param name="options">What becomes of a content that is too long.</param>
    /// <param name="time">The clock, whose date names a file. Defaults to the system's.</param>
    /// <exception cref="WeComException">
    /// ContentTooLong: it makes too many parts. InvalidMessage: a user id is empty, or Markdown has a picture as a data: address.
    /// </exception>
    public static OverflowPlan For(ContentMessage message, OverflowOptions options, TimeProvider? time = null)
    {
        var composer = new PartComposer(message, options);
        var content = WellFormed.Repair(Prepare(message, options));
        var plan = For(message, composer, content, options, time ?? TimeProvider.System);
        return plan with { Notices = [.. plan.Notices, .. ReadingCheck.Find(plan.Whole, options.IsRaw)] };
    }

    /// <summary>The content, cleaned and adapted as the options say.</summary>
    private static string Prepare(ContentMessage message, OverflowOptions options)
    {
        var given = message.GetContent() ?? "";
        var clean = options.IsRaw ? given : TerminalText.Clean(given);

        // Before a picture becomes a link to its address
        DataPicture.ThrowIfIn(message, clean);
        return options.Adapt ? BlankLines.Trim(MarkdownAdapter.Adapt(clean, message)) : clean;
    }

    private static OverflowPlan For(ContentMessage message, PartComposer composer, string content, OverflowOptions options, TimeProvider time)
    {
        var whole = composer.With(content);
        return PartComposer.Size(whole.GetContent()!) <= message.MaxBytes ? For(whole)
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
        new(whole, [Lead(composer, content, name).Message], new(name, Encoding.UTF8.GetBytes(content)));

    private static OverflowPlan Truncate(PartComposer composer, string content)
    {
        var (message, cutAt) = Cut(composer, content, composer.MaxBytes, (_, left) => Strings.LeftOut.With(left));
        var links = new CutLinks(content, composer.IsMarkdown);
        links.Note(cutAt);
        return For(message) with { Notices = links.Any ? [composer.CutLink] : [] };
    }

    private static OverflowPlan Split(PartComposer composer, Message whole, string content, OverflowOptions options)
    {
        var (parts, hasCutLink) = MarkedParts.Split(composer, content, options.Mark);
        if (parts.Count > options.MaxPart)
        {
            throw composer.TooLong(
                Strings.TooManyParts.With(composer.Field, PartComposer.Size(content), parts.Count, composer.MaxBytes, options.MaxPart),
                options.MaxPart, parts.Count, Strings.TooManyPartsRemedy);
        }

        var messages = new List<Message>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            messages.Add(composer.Compose(parts[i], isFirst: i == 0, isLast: i == parts.Count - 1));
        }

        return new(whole, messages) { Notices = hasCutLink ? [composer.CutLink] : [] };
    }

    /// <summary>The beginning of the content, with a last line about the rest, and where it ends.</summary>
    private static (ContentMessage Message, int CutAt) Cut(PartComposer composer, string content, int maxBytes, Func<int, int, string> noticeOf)
    {
        var bytes = PartComposer.Size(content);
        var widest = PartComposer.Size(composer.Separator + noticeOf(bytes, bytes));
        var room = composer.Room(bytes, widest, mayMention: true);
        if (composer.ReadParts(content).Next(Math.Min(room, maxBytes)) is not { } part)
        {
            return (composer.With(content), content.Length);
        }

        var left = Utf8Size.Count(content, part.Next, content.Length);
        return (composer.With(left == 0 ? part.Text : part.Text + composer.Separator + noticeOf(bytes, left)), part.Next);
    }

    private static (ContentMessage Message, int CutAt) Lead(PartComposer composer, string content, string name) =>
        Cut(composer, content, LeadBytes, (bytes, _) => Strings.WholeInFile.With(bytes, UploadName.Safe(name)));
}
