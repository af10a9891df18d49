using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;
using WeComRobot.Messages.Validation;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Alerts;

/// <summary>Turns a notice into a message, and into a file what is too long for it.</summary>
/// <param name="format">The message's type.</param>
/// <param name="time">The clock; its date and time may name a file.</param>
internal sealed class AlertComposer(AlertFormat format, TimeProvider time)
{
    // More of the second-level text is not shown
    private const int MaxCardText = 112;

    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Composes the message, and the warnings about what will not read as meant.</summary>
    /// <exception cref="WeComException">It breaks a rule of the official page, or mentions somebody whom the format cannot mention.</exception>
    public (Outgoing Outgoing, IReadOnlyList<Finding> Notices) Compose(AlertNotice notice)
    {
        var plan = format == AlertFormat.Card ? ComposeCard(notice) : OverflowPlan.For(CreateMessage(notice), CreateOptions(notice), time);
        return (Outgoing.For(notice.Attachment is { } file ? plan with { File = file } : plan), notice.IsQuoted ? [] : plan.Notices);
    }

    private OverflowOptions CreateOptions(AlertNotice notice) => new()
    {
        Policy = notice.Attachment is null ? OverflowPolicy.File : OverflowPolicy.Truncate,
        Mark = null,
        Adapt = format == AlertFormat.Markdown,
        MarkdownMention = format == AlertFormat.Markdown ? MentionList.Users(notice.Mentions?.Users) : null,
    };

    private ContentMessage CreateMessage(AlertNotice notice) => format == AlertFormat.Text
        ? new TextMessage
        {
            Text = new()
            {
                Content = JoinLines(notice, isMarkdown: false),
                MentionedList = MentionList.Users(notice.Mentions?.Users, notice.Mentions?.Everybody == true),
                MentionedMobileList = MentionList.Mobiles(notice.Mentions?.Mobiles),
            },
        }
        : new MarkdownMessage { Markdown = new() { Content = JoinLines(notice, isMarkdown: true) } };

    private static string JoinLines(AlertNotice notice, bool isMarkdown)
    {
        var quote = isMarkdown ? "> " : "";
        var head = Strings.AlertLine.With(notice.Word, isMarkdown ? MarkdownEscaping.EscapeLine(notice.Title) : AlertText.OneLine(notice.Title));
        var color = notice.IsEnd ? "info" : notice.Severity == AlertSeverity.Info ? "comment" : "warning";
        string[] body =
        [
            .. notice.Content is { } content && content.Trim().Length > 0 ? [content.Trim('\r', '\n')] : Array.Empty<string>(),
            .. notice.Url is { } url ? [isMarkdown ? AlertLink.ToMarkdown(Strings.AlertLink, url) : url] : Array.Empty<string>(),
        ];
        IEnumerable<string> lines =
        [
            isMarkdown ? $"{notice.Sign} <font color=\"{color}\">**{head}**</font>" : $"{notice.Sign} {head}",
            .. Rows(notice).Select(row => quote + (isMarkdown ? AlertRow.ToMarkdown(row) : AlertRow.ToText(row))),
            .. notice.Remarks.Select(remark => quote + remark),
            .. isMarkdown && body.Length > 0 ? [""] : Array.Empty<string>(), // or the client would add the next line to the quote
            .. body,
        ];
        return string.Join("\n", lines);
    }

    /// <summary>The host and the time, and then what the alert brings.</summary>
    private static IEnumerable<CardField> Rows(AlertNotice notice) =>
    [
        new() { Name = Strings.AlertHost, Value = Environment.MachineName },
        new() { Name = Strings.AlertTime, Value = FormatTime(notice.Time) },
        .. notice.Fields,
    ];

    private OverflowPlan ComposeCard(AlertNotice notice)
    {
        var content = string.Join("\n", [.. notice.Fields.Skip(CardRules.MaxFields).Select(AlertRow.ToText), TerminalText.Clean(notice.Content ?? "").Trim()]).TrimEnd();
        var shown = AlertText.Shorten(content, MaxCardText);
        var card = new Card
        {
            CardType = Card.TextNotice,
            Source = new()
            {
                Description = $"{notice.Sign} {notice.Word}",
                Color = notice.IsEnd ? CardColor.Green : notice.Severity == AlertSeverity.Info ? CardColor.Gray : CardColor.Red,
            },
            MainTitle = new() { Title = AlertText.OneLine(notice.Title), Description = string.Join("\n", [$"{Environment.MachineName} · {FormatTime(notice.Time)}", .. notice.Remarks]) },
            SubTitle = shown.Length > 0 ? shown : null,
            Fields = notice.Fields.Count > 0 ? [.. notice.Fields.Take(CardRules.MaxFields)] : null,
            Action = new() { Type = CardJump.ToUrl, Url = notice.Url },
        };
        var plan = OverflowPlan.For(new CardMessage { Card = card });
        return shown == content ? plan : plan with { File = new(AttachedName.For(content, isMarkdown: false, time), System.Text.Encoding.UTF8.GetBytes(content)) };
    }

    private static string FormatTime(DateTimeOffset moment) => moment.ToString(TimeFormat, System.Globalization.CultureInfo.InvariantCulture);
}
