using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Redis.Tests.Windows;
using WeComRobot.Tests.Support.Redis;
using Xunit;

namespace WeComRobot.Redis.Tests;

/// <summary>Servers as operators run them: with users and passwords, TLS, and replicas that take over.</summary>
public sealed class AccessTests
{
    private const string Password = "correct-horse-battery";

    [RedisFact]
    public async Task A_password_of_its_own_or_in_the_string()
    {
        using var redis = await RedisServer.StartAsync(new() { Password = Password });
        using var machine = new Member($"{redis.EndPoint},password={Password}{Member.Patient}");
        AssertJoined(machine);
        using var given = new Member(redis.EndPoint + Member.Patient, password: Password);
        AssertJoined(given);
    }

    [RedisTheory]
    [InlineData(null)]
    [InlineData("wrong-horse")]
    public async Task A_wrong_password_is_named_and_not_shown(string? password)
    {
        using var redis = await RedisServer.StartAsync(new() { Password = Password });
        using var machine = new Member(redis.EndPoint + ",syncTimeout=60000", password: password);
        Assert.Equal(TimeSpan.Zero, machine.Send(1));
        var warning = machine.Fleet.Windows.TakeWarning();
        Assert.Contains("refuses the user or the password", warning);
        Assert.DoesNotContain("horse", warning);
    }

    [RedisFact]
    public async Task A_wrong_user_is_named_although_the_server_needs_none()
    {
        using var redis = await RedisServer.StartAsync();
        using var machine = new Member(redis.EndPoint + ",user=nosuch,password=wrong,syncTimeout=60000");
        Assert.Equal(TimeSpan.Zero, machine.Send(1));
        Assert.Contains("refuses the user or the password", machine.Fleet.Windows.TakeWarning());
    }

    [RedisFact]
    public async Task A_user_who_may_touch_the_fleets_keys_alone()
    {
        using var redis = await RedisServer.StartAsync(new()
        {
            Password = Password,
            Users = [$"wecom on >{Password} ~ops:* +@connection +@read +@write +@scripting +time +cluster|nodes +info -@dangerous"],
        });
        using var machine = new Member($"{redis.EndPoint},user=wecom,password={Password},keyPrefix=ops:{Member.Patient}");
        AssertJoined(machine);
    }

    [RedisFact]
    public async Task A_certificate_that_nobody_has_signed_is_refused()
    {
        using var redis = await RedisServer.StartAsync(new() { Tls = true });
        using var machine = new Member($"{redis.EndPoint},ssl=true,sslHost=localhost,syncTimeout=60000");
        Assert.Equal(TimeSpan.Zero, machine.Send(1));
        Assert.Equal(RateLimitScope.Machine, machine.Window.Scope);
        Assert.Contains("certificate is not trusted (RemoteCertificateChainErrors)", machine.Window.Trouble);
    }

    [RedisFact]
    public async Task A_replica_takes_over()
    {
        using var primary = await RedisServer.StartAsync();
        using var replica = await RedisServer.StartAsync(new() { ReplicaOf = primary });
        using var machine = new Member($"{primary.EndPoint},{replica.EndPoint}{Member.Patient}");
        AssertJoined(machine);
        await primary.CommandAsync("WAIT", "1", "0");
        primary.Kill();
        Assert.Equal(TimeSpan.Zero, machine.Send(2));
        Assert.Equal(RateLimitScope.Machine, machine.Window.Scope);

        await replica.PromoteAsync();
        await machine.UntilJoinedAsync();
        Assert.Equal(TimeSpan.Zero, machine.Send(3));
        Assert.Equal(3, (await replica.SlotsAsync()).Length);
    }

    [RedisFact]
    public async Task A_sentinel_names_the_primary_and_the_one_after_it()
    {
        using var primary = await RedisServer.StartAsync();
        using var replica = await RedisServer.StartAsync(new() { ReplicaOf = primary });
        using var sentinel = await RedisSentinel.StartAsync(primary);
        using var machine = new Member($"{sentinel.EndPoint},serviceName={RedisSentinel.ServiceName}{Member.Patient}");
        AssertJoined(machine);
        await sentinel.FailOverAsync();

        // Until the client has heard of it, the machine may be on its own
        for (var slot = 2; (await replica.SlotsAsync()).Length < 3; slot++)
        {
            Assert.True(slot < 1000, $"It has not followed: {machine.Window.Trouble}");
            machine.Send(slot, new(1000, TimeSpan.FromHours(1)));
            await Task.Delay(50);
        }
    }

    [RedisFact]
    public async Task Tls_with_a_certificate_that_the_machine_trusts()
    {
        using var redis = await RedisServer.StartAsync(new() { Tls = true });
        using var folder = new TestFolder();
        var trusts = new Dictionary<string, string> { ["SSL_CERT_FILE"] = redis.Certificate.File };

        // A worker waits until it is in the fleet
        using var worker = await Worker.StartAsync(
            trusts, "send", "--webhook", "http://127.0.0.1:9/cgi-bin/webhook/send?key=k", "--state", folder.FullName, "--redis", $"{redis.EndPoint},ssl=true,sslHost=localhost");
        worker.Go();
        await worker.EndWellAsync();
    }

    private static void AssertJoined(Member machine)
    {
        Assert.Equal(TimeSpan.Zero, machine.Send(1));
        Assert.Equal((null, RateLimitScope.Fleet), (machine.Window.Trouble, machine.Window.Scope));
    }
}
