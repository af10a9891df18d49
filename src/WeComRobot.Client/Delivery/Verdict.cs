
using WeComRobot.Http;
using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Says what an answer means. HTTP 200 proves nothing: only errcode 0 is a delivery (DESIGN, decision 4).</summary>
internal static class Verdict
{
    /// <summary>The service's own answer, when it is a delivery.</summary>
    /// <exception cref="PostFailure">Everything else, with its cause.</exception>
    public static Answer Read(PostRequest post, HttpAnswer http)
    {
        if (http.Status != 200)
        {
            throw OfStatus(post, http);
        }

        var answer = Answer.Parse(http.Body) ?? throw OfForeignBody(post, http);
        return answer.ErrorCode == 0 ? answer : throw OfErrorCode(post.Robot, answer.ErrorCode!.Value, answer.ErrorMessage);
    }

    private static PostFailure OfForeignBody(PostRequest post, HttpAnswer http)
    {
        var row = http.ContentEncoding is not null ? VerdictTable.EncodedBody
            : Answer.IsTorn(http.Body) ? VerdictTable.CutBody
            : VerdictTable.ForeignBody;
        return new(row, Strings.AnswerNotJson.With(post.Robot, http.Excerpt), RemedyOf(row, post, http));
    }

    private static PostFailure OfStatus(PostRequest post, HttpAnswer http)
    {
        var row = VerdictTable.OfStatus(http.Status, http.RetryAfter is not null);
        var what = http.Status is >= 300 and < 400
            ? Strings.Redirected.With(post.Robot, http.Status, http.RedirectHost ?? Strings.AnotherPage)
            : Strings.HttpStatus.With(post.Robot, http.Status, http.Excerpt);
        return new(row, what, RemedyOf(row, post, http)) { RetryAfter = http.RetryAfter };
    }

    private static string RemedyOf(VerdictRow row, PostRequest post, HttpAnswer http) => row.Cause switch
    {
        FailureCause.NotSent => Strings.ProxyRemedy,
        FailureCause.RateLimited => http.RetryAfter is { } wait ? Strings.ComeBackAt.With(http.ReceivedAt + wait) : Strings.ComeBackRemedy,
        FailureCause.OutcomeUnknown => post.RemedyIfUnknown,
        _ => http.Status is >= 300 and < 400 ? Strings.RedirectRemedy : Strings.UnexpectedAnswerRemedy,
    };

    private static PostFailure OfErrorCode(WebhookAddress robot, int code, string errmsg)
    {
        var message = ServerMessage.Parse(errmsg);
        var row = VerdictTable.OfErrorCode(code, message.Text);
        var known = ErrorCodes.Explain(code, message.Text);
        var text = robot.Redact(message.Text);
        return new(
            row,
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
