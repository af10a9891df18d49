using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages;

/// <summary>msgtype markdown (service.md#markdown).</summary>
public sealed record MarkdownMessage() : ContentMessage("markdown", MarkdownBody.MaxContentBytes)
{
    /// <summary>The content. Required.</summary>
    [JsonPropertyName("markdown")]
    public MarkdownBody? Markdown { get; init; }

    internal override string? GetContent() => Markdown?.Content;

    internal override ContentMessage WithContent(string content) => this with { Markdown = new() { Content = content } };

    internal override void Check(RecordCheck check) =>
        check.Body(nameof(Markdown), Markdown)?.Content(nameof(MarkdownBody.Content), Markdown!.Content, MaxBytes);
}

/// <summary>msgtype markdown_v2, with tables, lists and fenced code, but without colours and mentions (service.md#markdown-v2).</summary>
public sealed record MarkdownV2Message() : ContentMessage("markdown_v2", MarkdownBody.MaxContentBytes)
{
    /// <summary>The content. Required.</summary>
    [JsonPropertyName("markdown_v2")]
    public MarkdownBody? Markdown { get; init; }

    internal override string? GetContent() => Markdown?.Content;

    internal override ContentMessage WithContent(string content) => this with { Markdown = new() { Content = content } };

    internal override void Check(RecordCheck check) =>
        check.Body(nameof(Markdown), Markdown)?.Content(nameof(MarkdownBody.Content), Markdown!.Content, MaxBytes);
}

/// <summary>The body of both Markdown types.</summary>
public sealed record MarkdownBody
{
    /// <summary>The most UTF-8 bytes of content that the official page allows.</summary>
    public const int MaxContentBytes = 4096;

    /// <summary>The Markdown, at most 4096 UTF-8 bytes. Required.</summary>
    [JsonPropertyName("content")]
    [Multiline]
    public string? Content { get; init; }
}
