using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Alerts;

/// <summary>Tells a group what was beyond the cap, once the hour is over.</summary>
/// <param name="context">What it works with.</param>
/// <param name="composer">Makes the message.</param>
/// <param name="isMarkdown">Whether that is markdown.</param>
internal sealed class DigestCall(AlertContext context, AlertComposer composer, bool isMarkdown)
{
    // No alert has an empty key
    private const string Key = "";

    /// <summary>Tells it, unless nothing is due, it is quiet, or another process is telling it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (FindDue() is null)
        {
            return;
        }

        using var turn = context.TryTakeTurn(Key);
        if (turn is null || FindDue() is not { } digest)
        {
            return;
        }

        try
        {
            var (outgoing, _) = composer.Compose(AlertNotices.ForDigest(digest, isMarkdown, context.Time));
            await new AlertSender(context, Key, AlertSteps.ForDigest(context, digest)).PostAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }
        catch (WeComException failure)
        {
            // The call that has brought us here is about something else, and the next one tells it
            context.Warn(Strings.AlertDigestFailed.With(digest.Count, failure.What));
        }
    }

    private AlertDigest? FindDue() =>
        context.Change(book => book) is { Digest: { Entries.Count: > 0 } digest } book && AlertCap.IsDigestDue(book, context.Now) && context.GetQuietEnd(AlertSeverity.Info) is null
            ? digest
            : null;
}
