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
        var verdict = MessageVerdict.Of(body, request.ContentType, mediaId => log.FindMedia(mediaId, robot.Key));
        return verdict.Result.Refusal is { } refusal ? refusal : Accept(request, robot, verdict, body);
    }

    private ServiceResponse Accept(CgiRequest request, Robot robot, MessageVerdict verdict, byte[] body)
    {
        var accepted = log.TryAccept(robot, CreateMessage, request.Fault);
        return accepted ? new ServiceResponse() : new Refusal(ErrorCode.Frequency);

        ReceivedMessage CreateMessage(DateTimeOffset now) => new()
        {
            Key = robot.Key,
            MessageType = verdict.MessageType!,
            ReceivedAt = now,
            Body = Encoding.UTF8.GetString(body),
            Display = verdict.Result.Display,
            Media = verdict.Result.Media,
        };
    }
}
