using System;
using System.Text;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Requests;

/// <summary><c>POST /cgi-bin/webhook/send</c>: accepts or refuses a message.</summary>
internal sealed class SendEndpoint(ChatLog log)
{
    public ServiceResponse Handle(CgiRequest request)
    {
        if (request.Robot is not { } robot)
        {
            return new Refusal(ErrorCode.WebhookUrl);
        }

        // Inferred: this is the general code for a wrong method
        if (!request.IsPost)
        {
            return new Refusal(ErrorCode.RequirePost);
        }

        if (request.HasTooManySends)
        {
            return new Refusal(ErrorCode.Concurrency);
        }

        return request.Body is { } body
            ? CheckMessage(request, robot, body)
            : new Refusal(ErrorCode.ContentTooLarge);
    }

    private ServiceResponse CheckMessage(CgiRequest request, Robot robot, byte[] body)
    {
        using var json = JsonBody.TryParse(body);
        if (json is null)
        {
            return RefuseInvalidJson(request, body);
        }

        var message = json.RootElement;
        if (MessageRules.For(message) is not { } rule)
        {
            return new Refusal(ErrorCode.MessageType);
        }

        var result = rule.Check(new PayloadNode(message, "").Child(rule.MessageType), mediaId => log.FindMedia(mediaId, robot.Key));
        return result.Refusal is { } refusal ? refusal : Accept(robot, rule, result, body);
    }

    private ServiceResponse Accept(Robot robot, IMessageRule rule, RuleResult result, byte[] body)
    {
        var accepted = log.TryAccept(robot, now => new ReceivedMessage
        {
            Key = robot.Key,
            MessageType = rule.MessageType,
            ReceivedAt = now,
            Body = Encoding.UTF8.GetString(body),
            Display = result.Display,
            Media = result.Media,
        });
        return accepted ? new ServiceResponse() : new Refusal(ErrorCode.Frequency);
    }

    // The service takes a form for a message without a type, and any other invalid JSON for a message without content
    private static ServiceResponse RefuseInvalidJson(CgiRequest request, byte[] body)
    {
        var isForm = request.ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        return new Refusal(isForm && body.Length > 0 ? ErrorCode.MessageType : ErrorCode.EmptyContent);
    }
}
