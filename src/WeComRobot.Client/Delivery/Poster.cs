using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Http;
using WeComRobot.RateLimiting;
using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Posts once, and believes only errcode 0.</summary>
internal sealed class Poster(Transports transports, RateWindows windows)
{
    /// <exception cref="PostFailure">What else came back, or why nothing did.</exception>
    public async Task<Answer> PostAsync(PostRequest post, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var transport = TransportFor(post, options, cancellationToken);
            var answer = Verdict.Read(post, await transport.PostAsync(post, options.Timeout, cancellationToken).ConfigureAwait(false));
            WarnOf(post.Robot, answer, options.Observer);
            return answer;
        }
        catch (PostFailure failure) when (failure.ErrorCode == ServiceCodes.RateLimit)
        {
            // Whatever was posted: uploads may count as well (server-behaviour.md, Limits)
            windows.For(post.Robot.KeyHash, options.RateLimit).Close();
            throw;
        }
    }

    /// <summary>The connections for a post. The system's proxy settings can be unusable.</summary>
    private Transport TransportFor(PostRequest post, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return transports.For(options.Proxy, options.ProxyCredential);
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.Create(post, ForeignException.Describe(e), began: false, isTimeout: false);
        }
    }

    /// <summary>errcode 0 can carry a warning: delivered all the same (server-behaviour.md, "The envelope").</summary>
    private static void WarnOf(WebhookAddress robot, Answer answer, IDeliveryObserver? observer)
    {
        if (answer.ErrorMessage is var text && text.StartsWith("Warning", StringComparison.OrdinalIgnoreCase))
        {
            observer?.Warning(Strings.DeliveredWithWarning.With(robot.Redact(ServerMessage.Parse(text).Text)));
        }
    }
}
