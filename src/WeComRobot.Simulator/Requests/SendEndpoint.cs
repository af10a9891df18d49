using System;
using System.Text;
using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Rules;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Requests;

/// <summary><c>POST /cgi-bin/webhook/send</c>: judges a message and accepts it.</summary>
internal sealed class SendEndpoint(ChatLog log)
{
    public Answer Answer(CgiRequest request)
    {
        if (request.Robot is not { } robot)
        {
            return new Refusal(ErrorCode.WebhookUrl);
        }

        // Inferred: the general code for a wrong method
        if (!request.IsPost)
        {
            return new Refusal(ErrorCode.RequirePost);
        }

        if (request.Crowded)
        {
            return new Refusal(ErrorCode.Concurrency);
        }

        return request.Body is { } body
            ? Judge(request, robot, body)
            : new Refusal(ErrorCode.ContentTooLarge);
    }

    private Answer Judge(CgiRequest request, Robot robot, byte[] body)
    {
        using var json = JsonBody.TryParse(body);
        if (json is null)
        {
            return Unparsed(request, body);
        }

        var message = json.RootElement;
        if (MessageRules.For(message) is not { } rule)
        {
            return new Refusal(ErrorCode.MessageType);
        }

        var judgement = rule.Judge(new Part(message, "").Child(rule.MessageType), mediaId => log.FindMedia(mediaId, robot.Key));
        return judgement.Refusal is { } refusal ? refusal : Accept(robot, rule, judgement, body);
    }

    private Answer Accept(Robot robot, IMessageRule rule, Judgement judgement, byte[] body)
    {
        var accepted = log.TryAccept(robot, now => new ReceivedMessage
        {
            Key = robot.Key,
            MessageType = rule.MessageType,
            ReceivedAt = now,
            Body = Encoding.UTF8.GetString(body),
            Display = judgement.Display,
            Media = judgement.Media,
        });
        return accepted ? new Answer() : new Refusal(ErrorCode.Frequency);
    }

    // A form is read as a message without a type; anything else that does not parse, as one without content
    private static Answer Unparsed(CgiRequest request, byte[] body)
    {
        var isForm = request.ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        return new Refusal(isForm && body.Length > 0 ? ErrorCode.MessageType : ErrorCode.EmptyContent);
    }
}
