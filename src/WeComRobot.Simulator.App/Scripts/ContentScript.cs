using System;
using System.Linq;
using System.Text.RegularExpressions;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes calls of Send-WeComText and Send-WeComMarkdown. Several lines of content stand in a here-string.</summary>
internal static partial class ContentScript
{
    public static string? TryWrite(ContentMessage message, Uri webhook)
    {
        var content = message.GetContent()!;
        var isRaw = TerminalText.Clean(content) != content;
        var lines = content.Contains('\n') ? Literal.HereString(content) : null;
        var call = new CmdletCall(message is TextMessage ? "Send-WeComText" : "Send-WeComMarkdown");
        if (lines is null)
        {
            call.At("Content", content);
        }

        if (message is TextMessage text && !TryMention(call, text))
        {
            return null;
        }

        call.Switch("V2", message is MarkdownV2Message).Switch("Raw", isRaw).To(webhook);
        return lines is null ? call.ToString()
            : isRaw ? $"{lines} -replace '\\r' | {call}" // Only then CRs of the script would stay
            : $"{lines} | {call}";
    }

    /// <summary>Adds the mentions. Returns false if the cmdlet would tidy these, or cannot write an empty list.</summary>
    private static bool TryMention(CmdletCall call, TextMessage message)
    {
        var users = message.Text!.MentionedList;
        var mobiles = message.Text.MentionedMobileList;
        var everybody = users is [.., TextBody.Everybody];
        string[] members = [.. everybody ? users!.SkipLast(1) : users ?? []];
        call.WithExpression("Mention", ListOf(members)).Switch("MentionAll", everybody).WithExpression("MentionMobile", ListOf([.. mobiles ?? []]));
        return MessageScript.AreSame(message, message with
        {
            Text = message.Text with
            {
                MentionedList = MentionList.Users(members.Length > 0 ? members : null, everybody),
                MentionedMobileList = mobiles is { Count: > 0 } ? MentionList.Mobiles(mobiles) : null,
            },
        });
    }

    private static string? ListOf(string[] items) =>
        items.Length == 0 ? null : string.Join(", ", items.Select(item => Word().IsMatch(item) ? item : Literal.Of(item)));

    /// <summary>What PowerShell takes for a text without quotes.</summary>
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_.-]*\z")]
    private static partial Regex Word();
}
