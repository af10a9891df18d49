using System;
using WeComRobot.Simulator.Requests;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>What the service's rules say about the body of a message, apart from those of the minute.</summary>
/// <param name="MessageType">Its msgtype; null if it has none that is known.</param>
/// <param name="Result">Whether it is accepted, and what members see.</param>
internal sealed record MessageVerdict(string? MessageType, RuleResult Result)
{
    /// <param name="body">The request body; null if it is too large to be read.</param>
    /// <param name="contentType">The request's Content-Type header.</param>
    /// <param name="findMedia">Finds an upload that the robot can send, by its media id.</param>
    public static MessageVerdict Of(byte[]? body, string contentType, Func<string, ReceivedMedia?> findMedia)
    {
        if (body is null)
        {
            return new(null, new Refusal(ErrorCode.ContentTooLarge));
        }

        using var json = JsonBody.TryParse(body);
        if (json is null)
        {
            return new(null, RefuseInvalidJson(body, contentType));
        }

        var message = json.RootElement;
        return MessageRules.For(message) is { } rule
            ? new(rule.MessageType, rule.Check(new PayloadNode(message, "").Child(rule.MessageType), findMedia))
            : new(null, new Refusal(ErrorCode.MessageType) { Field = "msgtype" });
    }

    /// <summary>The message, if it is accepted.</summary>
    public ReceivedMessage CreateMessage(string key, DateTimeOffset now, string body) => new()
    {
        Key = key,
        MessageType = MessageType!,
        ReceivedAt = now,
        Body = body,
        Display = Result.Display,
        Media = Result.Media,
    };

    // The service takes a form for a message without a type, and any other invalid JSON for a message without content
    private static Refusal RefuseInvalidJson(byte[] body, string contentType)
    {
        var isForm = contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        return new(isForm && body.Length > 0 ? ErrorCode.MessageType : ErrorCode.EmptyContent) { BodyMistake = BodyMistakes.Find(body, isForm) };
    }
}
