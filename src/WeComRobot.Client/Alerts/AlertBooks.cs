using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using WeComRobot.State;

namespace WeComRobot.Alerts;

/// <summary>
/// The books of alerts that processes share. While they cannot be used, this process's memory takes their place, starting from what
/// was last known: an alert that cannot be counted must still be sent.
/// </summary>
/// <param name="shared">The store; null if this user has none.</param>
/// <param name="memory">Takes its place.</param>
internal sealed class AlertBooks(IAlertStore? shared, AlertMemory memory)
{
    /// <summary>The books of all robots.</summary>
    /// <exception cref="WeComException">StateUnwritable: they cannot be read.</exception>
    public IReadOnlyList<AlertBook> ReadAll()
    {
        try
        {
            var inMemory = memory.ReadAll();
            return [.. inMemory, .. (shared?.ReadAll() ?? []).Where(book => !inMemory.Any(other => IsSame(other, book)))];
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            throw Unusable(e.Message);
        }
    }

    /// <summary>The book of a robot, as far as it can be read.</summary>
    public AlertBook Read(string robot) => (memory.Has(robot) ? memory.Read(robot) : ReadShared(robot)) ?? new() { Robot = robot };

    /// <summary>Changes the book of a robot.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="change">Returns the new book, or the same.</param>
    /// <param name="triesShared">Whether to try the store; false once it could not be used, because each try may take long.</param>
    /// <param name="warn">Is told why the change is in memory only, or what is wrong with the store.</param>
    public AlertBook Change(string robot, Func<AlertBook, AlertBook> change, bool triesShared, Action<string> warn)
    {
        if (triesShared && TryShared(store => store.Change(robot, book => change(Merge(book))), warn) is { } changed)
        {
            memory.Forget(robot);
            return changed;
        }

        if (!memory.Has(robot))
        {
            memory.Change(robot, book => ReadShared(robot) is { } read ? read with { DigestRead = read.Digest } : book);
        }

        return memory.Change(robot, book => change(book) is var changed && ReferenceEquals(changed, book) ? book : changed with
        {
            Ended = [.. book.Ended, .. book.Alerts.Where(state => changed.Find(state.Key) is null)],
            Changed = [.. book.Changed, .. changed.Alerts.Except(book.Alerts).Select(state => state.Key)],
        });
    }

    /// <summary>Changes the shared book of a robot.</summary>
    /// <exception cref="WeComException">StateUnwritable: it cannot be written; nothing is changed.</exception>
    public void ChangeShared(string robot, Func<AlertBook, AlertBook> change)
    {
        try
        {
            (shared ?? throw new IOException(Strings.NoStateFolder)).Change(robot, book => change(Merge(book)));
            memory.Forget(robot);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            throw Unusable(e.Message);
        }
    }

    /// <summary>Takes the turn to send what a key needs; null while another call has it.</summary>
    public IDisposable? TryTakeTurn(string robot, string key)
    {
        try
        {
            return (IsInMemory(robot) ? memory : shared ?? memory).TryTakeTurn(robot, key);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return memory.TryTakeTurn(robot, key);
        }
    }

    /// <summary>Whether what is known of a robot's alerts is in this process's memory for now.</summary>
    public bool IsInMemory(string robot) => memory.Has(robot);

    /// <summary>The error if the store can be neither read nor written.</summary>
    public static WeComException Unusable(string reason) => new(FailureCause.StateUnwritable, Strings.AlertsUnusable.With(reason), Strings.StateRemedy);

    private AlertBook? TryShared(Func<IAlertStore, AlertBook> work, Action<string> warn)
    {
        try
        {
            var book = work(shared ?? throw new IOException(Strings.NoStateFolder));
            if (shared.TakeTrouble() is { } trouble)
            {
                warn(trouble);
            }

            return book;
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            warn(Strings.AlertsInMemory.With(e.Message));
            return null;
        }
    }

    private AlertBook? ReadShared(string robot)
    {
        try
        {
            return shared?.Read(robot);
        }
        catch (Exception e) when (StateFile.IsFileError(e))
        {
            return null;
        }
    }

    /// <summary>What memory knows better, because the store could not be written in the meantime.</summary>
    private AlertBook Merge(AlertBook book) => memory.Has(book.Robot) ? book.Merge(memory.Read(book.Robot)) : book;

    private static bool IsSame(AlertBook book, AlertBook other) => string.Equals(book.Robot, other.Robot, StringComparison.OrdinalIgnoreCase);
}
