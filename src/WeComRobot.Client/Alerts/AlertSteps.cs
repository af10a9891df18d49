using System;

namespace WeComRobot.Alerts;

/// <summary>What becomes known of a robot's alerts while a message is being delivered.</summary>
/// <param name="Posting">It is about to be posted: from now on it may have arrived.</param>
/// <param name="NotDelivered">It certainly did not arrive.</param>
/// <param name="Delivered">It arrived.</param>
internal sealed record AlertSteps(
    Func<AlertBook, AlertBook> Posting, Func<AlertBook, AlertBook> NotDelivered, Func<AlertBook, AlertBook> Delivered)
{
    /// <summary>It is being written to the outbox: its id there, and from when on it may be delivered.</summary>
    public Func<AlertBook, string, DateTimeOffset?, AlertBook> Written { get; init; } = (book, _, _) => book;

    /// <summary>It certainly did not arrive, and is still in the outbox.</summary>
    public Func<AlertBook, AlertBook> NotArrived { get; init; } = book => book;

    /// <summary>It stays in the outbox.</summary>
    public Func<AlertBook, AlertBook> Kept { get; init; } = book => book;

    /// <summary>Those of a message that says that an alert fires. As long as it may only have arrived, the next call sends again.</summary>
    /// <param name="context">The call.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="before">What was known of it before. An earlier message may have arrived, or wait, whatever becomes of this one.</param>
    public static AlertSteps ForFiring(AlertContext context, Alert alert, AlertState before) => new(
        book => book.Change(alert.Key, state => state with { Doubtful = alert.Severity }),
        book => book.Change(alert.Key, state => state.TakeBack(before)),
        book => book.Change(alert.Key, state => state.Tell(alert.Severity, context.Now)).WithoutDigest(alert.Key))
    {
        Written = (book, id, until) => book.Change(alert.Key, state => state.Wait(id, alert.Severity, until)),
        NotArrived = book => book.Change(alert.Key, state => state with { Doubtful = before.Doubtful }),
        Kept = book => book.Change(alert.Key, state => state with { IsSending = false }).WithoutDigest(alert.Key),
    };

    /// <summary>Those of an end. One that may have arrived is not sent again: nobody shall read an end without a beginning.</summary>
    /// <param name="state">The alert that ends.</param>
    public static AlertSteps ForEnd(AlertState state)
    {
        // It comes back with what was counted until it was forgotten
        var last = state;
        return new(Forget, book => book.Find(state.Key) is null ? book.With(last) : book, Forget)
        {
            Written = (book, _, _) => Forget(book),
        };

        AlertBook Forget(AlertBook book)
        {
            last = book.Find(state.Key) ?? last;
            return book.Without(state.Key);
        }
    }

    /// <summary>Those of the message about what was beyond the cap.</summary>
    /// <param name="context">The call.</param>
    /// <param name="digest">What it tells.</param>
    public static AlertSteps ForDigest(AlertContext context, AlertDigest digest) =>
        new(book => book, book => book, book => AlertCap.TellDigest(book, digest, context.Now));
}
