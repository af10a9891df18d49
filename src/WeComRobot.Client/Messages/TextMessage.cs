using System.Collections.Generic;
using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages;

/// <summary>msgtype text (service.md#text).</summary>
public sealed record TextMessage() : ContentMessage("text", MaxContentBytes)
{
    /// <summary>The most UTF-8 bytes of content that the official page allows.</summary>
    public const int MaxContentBytes = 2048;

    /// <summary>The content and the members that it mentions. Required.</summary>
    [JsonPropertyName("text")]
    public TextBody? Text { get; init; }

    internal override string? GetContent() => Text?.Content;

    internal override ContentMessage WithContent(string content) => this with { Text = (Text ?? new()) with { Content = content } };

    internal override ContentMessage WithoutMentions() =>
        this with { Text = (Text ?? new()) with { MentionedList = null, MentionedMobileList = null } };

    internal override void Check(RecordCheck check)
    {
        if (check.Body(nameof(Text), Text) is { } body)
        {
            body.Content(nameof(TextBody.Content), Text!.Content, MaxBytes);
            body.EachRequired(nameof(TextBody.MentionedList), Text.MentionedList);
            body.EachRequired(nameof(TextBody.MentionedMobileList), Text.MentionedMobileList);
        }
    }
}

/// <summary>The body of a text message.</summary>
public sealed record TextBody
{
    /// <summary>The entry of either list that mentions everybody in the group.</summary>
    public const string Everybody = "@all";

    /// <summary>The text, at most 2048 UTF-8 bytes. Required.</summary>
    [JsonPropertyName("content")]
    [Multiline]
    public string? Content { get; init; }

    /// <summary>User ids to mention; <c>@all</c> mentions everybody.</summary>
    [JsonPropertyName("mentioned_list")]
    public IReadOnlyList<string>? MentionedList { get; init; }

    /// <summary>Mobile numbers to mention; <c>@all</c> mentions everybody.</summary>
    [JsonPropertyName("mentioned_mobile_list")]
    public IReadOnlyList<string>? MentionedMobileList { get; init; }
}
