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
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Composes the message, and the warnings about what will not read as meant.</summary>
    /// <exception cref="WeComException">It breaks a rule of the official page, or mentions somebody whom the format cannot mention.</exception>
    public (Outgoing Outgoing, IReadOnlyList<Finding> Notices) Compose(AlertNotice notice)
    {
        var plan = format == AlertFormat.Card ? ComposeCard(notice) : OverflowPlan.For(CreateMessage(notice), CreateOptions(notice), time);
        return (Outgoing.For(notice.Attachment is { } file ? plan with { File = file } : plan), plan.Notices);
    }

    /// <summary>Checks what the format needs, even if the alert is only counted: a mistake must not wait for the first critical one.</summary>
    /// <exception cref="WeComException">InvalidMessage: the format cannot mention somebody, or a card has no URL.</exception>
    public void Check(Alert alert)
    {
        if (format == AlertFormat.Card && alert.Url is null)
        {
            throw new WeComException(FailureCause.InvalidMessage, Strings.AlertCardUrl, Advice.Get(nameof(Strings.AdviseAlertUrl)));
        }

        var mentions = alert.Mentions;
        var wrong = format switch
        {
            AlertFormat.Card when mentions is { Users.Count: > 0 } or { Mobiles.Count: > 0 } or { Everybody: true } => Strings.AlertCardMention,
            AlertFormat.Markdown when mentions is { Mobiles.Count: > 0 } or { Everybody: true } => Strings.AlertMarkdownMention,
            _ => null,
        };
        if (wrong is not null)
        {
            throw new WeComException(FailureCause.InvalidMessage, wrong, Advice.Get(nameof(Strings.AdviseAlertAsText)));
        }
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
        Func<string, string> escape = isMarkdown ? MarkdownEscaping.EscapeLine : OneLine;
        var quote = isMarkdown ? "> " : "";
        var head = $"{notice.Word}: {escape(notice.Title)}";
        var color = notice.IsEnd ? "info" : notice.Severity == AlertSeverity.Info ? "comment" : "warning";
        string[] body =
        [
            .. notice.Content is { } content && content.Trim().Length > 0 ? [content.Trim('\r', '\n')] : Array.Empty<string>(),
            .. notice.Url is { } url ? [isMarkdown ? $"[{Strings.AlertLink}]({url})" : url] : Array.Empty<string>(),
        ];
        IEnumerable<string> lines =
        [
            isMarkdown ? $"{notice.Sign} <font color=\"{color}\">**{head}**</font>" : $"{notice.Sign} {head}",
            .. Rows(notice).Select(row => $"{quote}{escape(row.Name ?? "")}: {(isMarkdown ? FormatValue(row) : escape(TextOf(row)))}"),
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

    private static string FormatValue(CardField row) => row.Url is { Length: > 0 } url
        ? $"[{MarkdownEscaping.EscapeLine(row.Value is { Length: > 0 } value ? value : url)}]({url})"
        : MarkdownEscaping.EscapeLine(TextOf(row));

    private static string TextOf(CardField row) => row.Url is { Length: > 0 } url && row.Value != url ? $"{row.Value} {url}".Trim() : row.Value ?? row.UserId ?? "";

    private static string OneLine(string text) => string.Join(" ", TerminalText.Clean(text).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();

    private OverflowPlan ComposeCard(AlertNotice notice)
    {
        var content = TerminalText.Clean(notice.Content ?? "").Trim();
        var shown = AlertCardText.Shorten(content);
        var card = new Card
        {
            CardType = Card.TextNotice,
            Source = new()
            {
                Description = $"{notice.Sign} {notice.Word}",
                Color = notice.IsEnd ? CardColor.Green : notice.Severity == AlertSeverity.Info ? CardColor.Gray : CardColor.Red,
            },
            MainTitle = new() { Title = OneLine(notice.Title), Description = string.Join("\n", [$"{Environment.MachineName} · {FormatTime(notice.Time)}", .. notice.Remarks]) },
            SubTitle = shown.Length > 0 ? shown : null,
            Fields = notice.Fields.Count > 0 ? notice.Fields : null,
            Action = new() { Type = CardJump.ToUrl, Url = notice.Url },
        };
        var plan = OverflowPlan.For(new CardMessage { Card = card });
        return shown == content ? plan : plan with { File = new(AttachedName.For(content, isMarkdown: false, time), System.Text.Encoding.UTF8.GetBytes(content)) };
    }

    private static string FormatTime(DateTimeOffset moment) => moment.ToString(TimeFormat, System.Globalization.CultureInfo.InvariantCulture);
}
