using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Says what an answer means. HTTP 200 proves nothing: only errcode 0 is a delivery (DESIGN, decision 4).</summary>
internal static class Verdict
{
    private const int RateLimitErrorCode = 45009;
    private const int InvalidParameterErrorCode = 40058;
    private const int InvalidWebhookErrorCode = 93000;

    /// <summary>The service's own answer, when it is a delivery.</summary>
    /// <exception cref="WeComException">Everything else, with its cause.</exception>
    public static Answer Of(PostRequest post, HttpAnswer http)
    {
        var robot = post.Robot;
        if (http.Status != 200)
        {
            throw OfStatus(post, http);
        }

        var answer = Answer.Parse(http.Body) ?? throw OfForeignBody(post, http);
        return answer.ErrorCode == 0 ? answer : throw OfErrorCode(robot, answer.ErrorCode!.Value, answer.ErrorMessage);
    }

    /// <summary>Whether others have filled the robot's minute.</summary>
    public static bool ClosesWindow(WeComException failure) => failure.ErrorCode == RateLimitErrorCode;

    private static WeComException OfForeignBody(PostRequest post, HttpAnswer http)
    {
        var what = Strings.AnswerNotJson.With(post.Robot, http.Excerpt);
        return Answer.IsTorn(http.Body)
            ? new(FailureCause.OutcomeUnknown, what, post.RemedyIfUnknown)
            : new(FailureCause.UnexpectedAnswer, what, Strings.UnexpectedAnswerRemedy);
    }

    private static WeComException OfStatus(PostRequest post, HttpAnswer http)
    {
        var robot = post.Robot;
        var what = Strings.HttpStatus.With(robot, http.Status, http.Excerpt);
        return http.Status switch
        {
            407 => new(FailureCause.NotSent, what, Strings.ProxyRemedy),
            429 => new(FailureCause.RateLimited, what, Strings.ComeBackRemedy),
            503 when http.HasRetryAfter => new(FailureCause.RateLimited, what, Strings.ComeBackRemedy),
            >= 300 and < 400 => new(
                FailureCause.UnexpectedAnswer, Strings.Redirected.With(robot, http.Status, http.RedirectHost ?? Strings.AnotherPage), Strings.RedirectRemedy),
            >= 500 => new(FailureCause.OutcomeUnknown, what, post.RemedyIfUnknown),
            _ => new(FailureCause.UnexpectedAnswer, what, Strings.UnexpectedAnswerRemedy),
        };
    }

    private static WeComException OfErrorCode(WebhookAddress robot, int code, string errmsg)
    {
        var message = ServerMessage.Parse(errmsg);
        var text = robot.Redact(message.Text);
        var cause = CauseOf(code, text);
        // The one code with two meanings: an unknown key on uploads, too long a content on sends (server-behaviour.md)
        var known = ErrorCodes.Find(code == InvalidParameterErrorCode && cause == FailureCause.WebhookRefused ? InvalidWebhookErrorCode : code);
        var meaning = known?.Meaning ?? Strings.ErrorCodeUnknown;
        return new(
            cause,
            text.Length == 0 ? Strings.RefusedWithoutWords.With(robot, code, meaning) : Strings.Refused.With(robot, code, text, meaning),
            known?.Remedy ?? Strings.ErrorCodeUnknownRemedy)
        {
            ErrorCode = code,
            ServerMessage = text,
            Hint = message.Hint is null ? null : robot.Redact(message.Hint),
            ServerTime = message.ServerTime,
        };
    }

    private static FailureCause CauseOf(int code, string text) => code switch
    {
        InvalidWebhookErrorCode or 93004 or 93008 => FailureCause.WebhookRefused,
        InvalidParameterErrorCode when text.Contains("'key'") => FailureCause.WebhookRefused,
        RateLimitErrorCode or 45033 => FailureCause.RateLimited,
        _ => FailureCause.Refused,
    };
}
