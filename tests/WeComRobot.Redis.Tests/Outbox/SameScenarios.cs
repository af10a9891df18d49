using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Outbox;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>What is kept, and what becomes of it: the same in Redis as in a folder.</summary>
public sealed class RedisOutboxTests : OutboxTests
{
    private OutboxServer _server = null!;

    private protected override async Task<OutboxRobot> StartAsync(VirtualTime? serverTime)
    {
        _server = await OutboxServer.StartAsync();
        return await _server.StartMachineAsync(serverTime);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _server.Dispose();
    }
}

/// <summary>The order of sending: the same in Redis as in a folder.</summary>
public sealed class RedisOutboxOrderTests : OutboxOrderTests
{
    private OutboxServer _server = null!;

    private protected override async Task<OutboxRobot> StartAsync()
    {
        _server = await OutboxServer.StartAsync();
        return await _server.StartMachineAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _server.Dispose();
    }
}

/// <summary>What is not due: the same in Redis as in a folder.</summary>
public sealed class RedisDeferredMessageTests : DeferredMessageTests
{
    private OutboxServer _server = null!;

    private protected override async Task<OutboxRobot> StartAsync()
    {
        _server = await OutboxServer.StartAsync();
        return await _server.StartMachineAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _server.Dispose();
    }
}

/// <summary>What has expired: the same in Redis as in a folder.</summary>
public sealed class RedisExpiredMessageTests : ExpiredMessageTests
{
    private OutboxServer _server = null!;

    private protected override async Task<OutboxRobot> StartAsync()
    {
        _server = await OutboxServer.StartAsync();
        return await _server.StartMachineAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _server.Dispose();
    }
}

/// <summary>Attached files: the same in Redis as in a folder.</summary>
public sealed class RedisOutboxMediaTests : OutboxMediaTests
{
    private OutboxServer _server = null!;

    private protected override async Task<OutboxRobot> StartAsync()
    {
        _server = await OutboxServer.StartAsync();
        return await _server.StartMachineAsync();
    }

    private protected override async Task<long[]> GetKeptAsync()
    {
        var ids = (object?[])(await _server.Redis.CommandAsync("HKEYS", OutboxServer.Key("media")))!;
        return [.. await Task.WhenAll(ids.Select(async id => (long)(await _server.Redis.CommandAsync("HSTRLEN", OutboxServer.Key("media"), (string)id!))!))];
    }

    private protected override Task LoseKeptAsync() => _server.Redis.CommandAsync("DEL", OutboxServer.Key("media"));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _server.Dispose();
    }
}
