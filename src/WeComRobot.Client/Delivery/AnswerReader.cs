using WeComRobot.Http;
using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Reads an answer. HTTP 200 proves nothing: only errcode 0 is a success (architecture.md#http-200-proves-nothing).</summary>
internal static class AnswerReader
{
    /// <summary>The service's own answer, if it is a success.</summary>
    /// <exception cref="CallException">Everything else, with its cause.</exception>
    public static Answer Read(ServiceCall call, HttpAnswer http)
    {
        if (http.Status != 200)
        {
            throw CreateStatusError(call, http);
        }

        var answer = Answer.Parse(http.Body) ?? throw CreateBodyError(call, http);
        return answer.ErrorCode == 0 ? answer : throw CreateCodeError(call.Robot, answer.ErrorCode, answer.ErrorMessage);
    }

    private static CallException CreateBodyError(ServiceCall call, HttpAnswer http)
    {
        var outcome = http.ContentEncoding is not null ? OutcomeTable.EncodedBody
            : Answer.IsTruncated(http.Body) ? OutcomeTable.TruncatedBody
            : OutcomeTable.UnexpectedBody;
        return new(outcome, Strings.AnswerNotJson.With(call.Robot, http.Excerpt), GetRemedy(outcome, call, http));
    }

    private static CallException CreateStatusError(ServiceCall call, HttpAnswer http)
    {
        var outcome = OutcomeTable.ForStatus(http.Status, http.RetryAfter is not null);
        var what = http.Status is >= 300 and < 400
            ? Strings.Redirected.With(call.Robot, http.Status, http.RedirectHost ?? Strings.AnotherPage)
            : Strings.HttpStatus.With(call.Robot, http.Status, http.Excerpt);
        return new(outcome, what, GetRemedy(outcome, call, http)) { RetryAfter = http.RetryAfter };
    }

    private static string GetRemedy(Outcome outcome, ServiceCall call, HttpAnswer http) => outcome.Cause switch
    {
        FailureCause.NotSent => Strings.ProxyRemedy,
        FailureCause.RateLimited => http.RetryAfter is { } wait ? Strings.ComeBackAt.With(http.ReceivedAt + wait) : Strings.ComeBackRemedy,
        FailureCause.OutcomeUnknown => call.RemedyIfUnknown,
        _ => http.Status is >= 300 and < 400 ? Strings.RedirectRemedy : Strings.UnexpectedAnswerRemedy,
    };

    private static CallException CreateCodeError(WebhookAddress robot, int code, string errmsg)
    {
        var message = ServerMessage.Parse(errmsg);
        var outcome = OutcomeTable.ForErrorCode(code, message.Text);
        var known = ErrorCodes.Explain(code, message.Text);
        var text = robot.Redact(message.Text);
        return new(
            outcome,
            text.Length == 0 ? Strings.RefusedWithoutWords.With(robot, code, known.Meaning) : Strings.Refused.With(robot, code, text, known.Meaning),
            known.Remedy)
        {
            ErrorCode = code,
            ServerMessage = text,
            Hint = message.Hint is null ? null : robot.Redact(message.Hint),
            ServerTime = message.ServerTime,
        };
    }
}
