using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Http;
using WeComRobot.RateLimiting;
using WeComRobot.Reference;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Calls the service once, and trusts only errcode 0.</summary>
internal sealed class ServiceCaller(ConnectionCache connections, RateWindows windows)
{
    /// <exception cref="CallException">The service did not answer errcode 0, or did not answer at all.</exception>
    public async Task<Answer> CallAsync(ServiceCall call, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var answer = AnswerReader.Read(call, await PostAsync(call, options, cancellationToken).ConfigureAwait(false));
            ReportWarning(call.Robot, answer, options.Observer);
            return answer;
        }
        catch (CallException failure) when (failure.Outcome.Slot == SlotRule.CloseWindow)
        {
            // An upload takes no slot, but closes the window too, because uploads may count as well (service.md#what-the-limit-counts)
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
            throw NoAnswer.FromPost(call, e);
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            // Nothing was posted yet: the system's proxy settings may be unusable
            cancellationToken.ThrowIfCancellationRequested();
            throw NoAnswer.FromPost(call, new(PlatformExceptions.Describe(e), hasBegun: false, isTimeout: false));
        }
    }

    /// <summary>errcode 0 can carry a warning. The message is delivered all the same (service.md#delivered-with-a-warning).</summary>
    private static void ReportWarning(WebhookAddress robot, Answer answer, IProgress<DeliveryEvent>? observer)
    {
        if (answer.ErrorMessage is var text && text.StartsWith("Warning", StringComparison.OrdinalIgnoreCase))
        {
            observer?.Report(new DeliveryEvent.Warning(Strings.DeliveredWithWarning.With(robot.Redact(ServerMessage.Parse(text).Text))));
        }
    }
}
