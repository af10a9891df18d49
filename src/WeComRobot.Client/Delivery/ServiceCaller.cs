using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Http;
using WeComRobot.RateLimiting;
using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Calls the service once, and believes only errcode 0.</summary>
internal sealed class ServiceCaller(Transports transports, RateWindows windows)
{
    /// <exception cref="CallFailure">What else came back, or why nothing did.</exception>
    public async Task<Answer> CallAsync(ServiceCall call, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var transport = TransportFor(call, options, cancellationToken);
            var answer = AnswerReader.Read(call, await transport.PostAsync(call, options.Timeout, cancellationToken).ConfigureAwait(false));
            PassWarningOn(call.Robot, answer, options.Observer);
            return answer;
        }
        catch (CallFailure failure) when (failure.Outcome.Slot == SlotRule.CloseWindow)
        {
            // Also after an upload, which has no slot: it may count as well (server-behaviour.md, Limits)
            windows.For(call.Robot.KeyHash, options.RateLimit).Close();
            throw;
        }
    }

    /// <summary>The connections for a call. The system's proxy settings can be unusable.</summary>
    private Transport TransportFor(ServiceCall call, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return transports.For(options.Proxy, options.ProxyCredential);
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw NoAnswer.Create(call, ForeignException.Describe(e), began: false, isTimeout: false);
        }
    }

    /// <summary>errcode 0 can carry a warning: delivered all the same (server-behaviour.md, "The envelope").</summary>
    private static void PassWarningOn(WebhookAddress robot, Answer answer, IDeliveryObserver? observer)
    {
        if (answer.ErrorMessage is var text && text.StartsWith("Warning", StringComparison.OrdinalIgnoreCase))
        {
            observer?.Warning(Strings.DeliveredWithWarning.With(robot.Redact(ServerMessage.Parse(text).Text)));
        }
    }
}
