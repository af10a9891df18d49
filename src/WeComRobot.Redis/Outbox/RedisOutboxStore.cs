using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.Outbox;
using WeComRobot.Redis.Connection;
using ClientStrings = WeComRobot.Strings;

namespace WeComRobot.Redis.Outbox;

/// <summary>
/// Keeps messages in a stream of Redis, where the pending entries of a consumer are what an owner holds (architecture.md#fleet). What a
/// dead process held is taken over when its claims have lapsed; if it wakes up then, it finds that it holds nothing any more.
/// </summary>
internal sealed class RedisOutboxStore : IOutboxStore, IDisposable
{
    private static readonly TimeSpan RecoveryTimeout = TimeSpan.FromSeconds(2);

    private readonly RedisLink _link;
    private readonly OutboxScripts _scripts;
    private readonly OutboxContents _contents;
    private readonly Claims _claims;
    private OutboxListing _listing = new([]);

    /// <param name="link">The connection.</param>
    public RedisOutboxStore(RedisLink link)
    {
        _link = link;
        _scripts = new(link);
        _contents = new(link, _scripts);
        _claims = new(link, _scripts);
    }

    public string Place => _link.Name;

    public string Remedy => Strings.OutboxRemedy;

    public OutboxName[] List()
    {
        _link.RenewBudget();
        _claims.RenewAfterReturn();
        return (_listing = _link.Ask(_scripts.ListAsync)).Names;
    }

    /// <summary>The moment is Redis's, whatever this machine's clock shows.</summary>
    public string CreateGroup(DateTimeOffset now) =>
        OutboxName.CreateGroup(DateTime.UnixEpoch.Ticks + _link.Ask(_scripts.CreateNumberAsync) * TimeSpan.TicksPerMicrosecond);

    public OutboxEntry? Read(OutboxName name)
    {
        if (_contents.Read(name, _listing) is not { } content)
        {
            throw new FileNotFoundException(null, name.Id);
        }

        var entry = OutboxEntry.Json.Read(new MemoryStream(content)) is { IsWhole: true } whole ? whole : null;
        if (entry is not null)
        {
            _claims.Find(name.Owner)?.Entries.TryAdd(name.Id, entry);
        }

        return entry;
    }

    public void Write(OutboxName name, OutboxEntry entry)
    {
        if (_claims.Find(name.Owner) is { } owner)
        {
            owner.Entries[name.Id] = entry;
        }

        Require(_link.Ask(redis => _scripts.WriteAsync(redis, name, OutboxEntry.Json.ToBytes(entry))));
    }

    public void WriteMedia(OutboxName name, MediaFile file) => Require(_contents.TryWriteMedia(name, file));

    /// <summary>
    /// A message is posting for a moment. If Redis does not answer, it is kept elsewhere; and if Redis has changed it all the same, others
    /// see it as one that may have arrived, and do not send it.
    /// </summary>
    public OutboxName[] Commit(IReadOnlyList<OutboxName> names)
    {
        Require(MoveAll(names, OutboxName.Posting, names[0].Owner) == MoveAnswer.Moved);
        try
        {
            MoveAll(names, OutboxName.Taken, names[0].Owner);
        }
        catch (IOException)
        {
            // It is kept. Nothing of it will be posted while Redis is away
        }

        return [.. names.Select(name => name with { Kind = OutboxName.Taken })];
    }

    public MediaFile OpenMedia(OutboxName name, OutboxEntry entry) =>
        _contents.ReadMedia(name.Id) is { } content
            ? MediaFile.FromStream(content, entry.MediaName!, entry.MediaType!.Value)
            : throw new WeComException(FailureCause.FileNotFound, ClientStrings.FileMissing.With(entry.MediaName), ClientStrings.FileRemedy);

    public OutboxName? Move(OutboxName name, string kind, string? owner)
    {
        if (name.Owner is { } holder && _claims.Find(holder) is null)
        {
            // A listing gives back what a dead process held, which may be many messages
            _link.RenewBudget();
        }

        try
        {
            var answer = MoveAll([name], kind, owner);
            if (answer == MoveAnswer.Lost && _claims.Find(name.Owner)?.Entries.GetValueOrDefault(name.Id) is { } entry)
            {
                Write(name, entry);
                answer = MoveAll([name], kind, owner);
            }

            return answer == MoveAnswer.Moved ? name with { Kind = kind, Owner = owner } : null;
        }
        catch (IOException) when (owner is null)
        {
            Owe(name, kind);
            throw;
        }
    }

    public void Delete(OutboxName name)
    {
        try
        {
            Require(_link.Ask(redis => _scripts.DeleteAsync(redis, name)));
        }
        catch (IOException)
        {
            Owe(name, null);
            throw;
        }
    }

    public bool TryMarkDone(OutboxName name)
    {
        try
        {
            return Move(name, OutboxName.Done, null) is not null;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void DeleteUnfinished(OutboxName name, bool withMedia) => Delete(name);

    public IOutboxOwner CreateOwner()
    {
        _link.RenewBudget();
        return _claims.CreateOwner();
    }

    public bool IsDead(string owner) => _claims.IsDead(owner, _listing.SilenceOf(owner));

    public Task UntilKnownAsync(string holder, CancellationToken cancellationToken) => _claims.UntilKnownAsync(holder, cancellationToken);

    public IDisposable? TryLock(string name)
    {
        _link.RenewBudget();
        return _claims.TryLock(name);
    }

    public IDisposable? TryLockRecovery()
    {
        try
        {
            _link.RenewBudget();
            return _claims.TryLockWithin(RecoveryTimeout, "sorting");
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _claims.Dispose();

    private MoveAnswer MoveAll(IReadOnlyList<OutboxName> names, string kind, string? owner)
    {
        var isOwn = _claims.Find(names[0].Owner) is not null;
        return _link.Ask(redis => _scripts.MoveAsync(redis, names, kind, owner, isOwn));
    }

    /// <summary>Redis was away: the owner does later what it had to do, as long as its process lives.</summary>
    private void Owe(OutboxName name, string? kind) => _claims.Find(name.Owner)?.Debts.TryAdd(name, kind);

    private static void Require(bool hasSucceeded)
    {
        if (!hasSucceeded)
        {
            throw new IOException(ClientStrings.OutboxTakenOver);
        }
    }
}
