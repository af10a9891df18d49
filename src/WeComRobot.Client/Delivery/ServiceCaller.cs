using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Http;
using WeComRobot.RateLimiting;
using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Calls the service once, and believes only errcode 0.</summary>
internal sealed class ServiceCaller(ConnectionCache connections, RateWindows windows)
{
    /// <exception cref="CallFailure">What else came back, or why nothing did.</exception>
    public async Task<Answer> CallAsync(ServiceCall call, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var answer = AnswerReader.Read(call, await PostAsync(call, options, cancellationToken).ConfigureAwait(false));
            PassWarningOn(call.Robot, answer, options.Observer);
            return answer;
        }
        catch (CallFailure failure) when (failure.Outcome.Slot == SlotRule.CloseWindow)
        {
            // An upload has no slot, but closes the window all the same: it may count as well (service.md#what-the-limit-counts)
            windows.For(call.Robot.KeyHash, options.RateLimit).Close();
            throw;
        }
    }

    private async Task<HttpAnswer> PostAsync(ServiceCall call, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var http = connections.For(options.Proxy, options.ProxyCredential);
            return await http.PostAsync(call.Robot, call.Uri, call.Body, options.Timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpPostException e)
        {
            throw NoAnswer.Create(call, e);
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            // Nothing was posted yet: the system's proxy settings can be unusable
            cancellationToken.ThrowIfCancellationRequested();
            throw NoAnswer.Create(call, new(ForeignException.Describe(e), began: false, isTimeout: false));
        }
    }

    /// <summary>errcode 0 can carry a warning. The message is delivered all the same (service.md#delivered-with-a-warning).</summary>
    private static void PassWarningOn(WebhookAddress robot, Answer answer, IProgress<DeliveryEvent>? observer)
    {
        if (answer.ErrorMessage is var text && text.StartsWith("Warning", StringComparison.OrdinalIgnoreCase))
        {
            observer?.Report(new DeliveryEvent.Warning(Strings.DeliveredWithWarning.With(robot.Redact(ServerMessage.Parse(text).Text))));
        }
    }
}
