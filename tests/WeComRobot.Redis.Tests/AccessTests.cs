using System;
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

    private static void AssertJoined(Member machine)
    {
        Assert.Equal(TimeSpan.Zero, machine.Send(1));
        Assert.Equal((null, RateLimitScope.Fleet), (machine.Window.Trouble, machine.Window.Scope));
    }
}
