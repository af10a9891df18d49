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

        var verdict = MessageVerdict.Of(request.Body, request.ContentType, mediaId => log.FindMedia(mediaId, robot.Key));
        return verdict.Result.Refusal ?? Accept(request, robot, verdict);
    }

    private ServiceResponse Accept(CgiRequest request, Robot robot, MessageVerdict verdict)
    {
        var body = Encoding.UTF8.GetString(request.Body!);
        return log.TryAccept(robot, request.Accepted, now => verdict.CreateMessage(robot.Key, now, body))
            ? ServiceResponse.MessageAccepted
            : new Refusal(ErrorCode.Frequency);
    }
}
