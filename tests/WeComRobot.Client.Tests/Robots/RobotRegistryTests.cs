using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using WeComRobot.Client.Tests.State;
using WeComRobot.Robots;
using WeComRobot.State;
using Xunit;

namespace WeComRobot.Client.Tests.Robots;

/// <summary>Robots by name: those of the process, and those of the user's file.</summary>
public sealed class RobotRegistryTests : IDisposable
{
    private static readonly RobotProfile WithAllSettings = OfSecret("ops") with
    {
        Vault = "team",
        BaseUri = new("https://relay.example/hook/"),
        Proxy = new("http://proxy.example:8080"),
        RateLimit = 40,
        QuietHours = "22:00-07:00, Sat",
        TimeZone = "Asia/Shanghai",
        AllowHttp = true,
        IsDefault = true,
    };

    private readonly TestFolder _folder = new();
    private readonly List<string> _warnings = [];

    private string Path => _folder.PathOf("state/robots.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_name_finds_its_robot_whatever_its_case_and_a_second_registration_replaces_it()
    {
        var robots = Registry();
        robots.Register(OfKey("Ops", Keys.First), Warn);
        robots.Register(OfKey("ops", Keys.Second), Warn);
        Assert.Equal(WebhookAddress.Parse(Keys.Second).Fingerprint, robots.Find("OPS", Warn)!.Pool!.Robots[0].Fingerprint);
        Assert.Single(robots.GetAll(Warn));
        Assert.Null(robots.Find("dev", Warn));
    }

    [Fact]
    public void There_is_one_default_whoever_was_it_before()
    {
        var robots = Registry();
        robots.Register(OfSecret("a") with { IsDefault = true }, Warn);
        robots.Register(OfKey("b", Keys.First) with { IsDefault = true }, Warn);
        Assert.Equal("b", robots.FindDefault(Warn)!.Name);
        Assert.Single(robots.GetAll(Warn), robot => robot.IsDefault);
        robots.Unregister("b", Warn);
        Assert.Equal("a", robots.FindDefault(Warn)!.Name); // the file's own choice was never touched
    }

    [Fact]
    public void What_is_persisted_the_next_process_finds_with_all_its_settings()
    {
        Registry().Register(WithAllSettings, Warn);
        Assert.Equal(WithAllSettings, Registry().Find("ops", Warn));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void The_file_and_what_users_see_have_their_fields_in_this_order()
    {
        Registry().Register(WithAllSettings, Warn);
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path));
        Assert.Equal(
            ["Name", "SecretName", "Vault", "BaseUri", "Proxy", "RateLimit", "QuietHours", "TimeZone", "AllowHttp", "IsDefault"],
            file.RootElement[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["Name", "Address", "IsDefault", "IsPersisted", "SecretName", "Vault", "BaseUri", "Proxy", "RateLimit", "QuietHours", "TimeZone", "AllowHttp"],
            typeof(RobotInfo).GetProperties().Select(property => property.Name));
    }

    [Fact]
    public void A_robot_of_the_process_leaves_no_trace_on_disk()
    {
        Registry().Register(OfKey("ops", Keys.First), Warn);
        Assert.False(Directory.Exists(System.IO.Path.GetDirectoryName(Path)));
    }

    [Fact]
    public void What_would_be_written_and_must_not_is_refused()
    {
        var robots = Registry();
        Refused(() => robots.Register(OfKey("ops", Keys.First) with { IsPersisted = true }, Warn), "never written to disk");
        Refused(() => robots.Register(OfSecret("ops") with { ProxyCredential = new("user", "open sesame") }, Warn), "never written to disk");
        Assert.False(File.Exists(Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("https://x")]
    public void An_invalid_name_is_refused(string name) => Refused(() => Registry().Register(OfSecret(name), Warn), "cannot be a robot's name");

    [Fact]
    public void A_key_in_place_of_a_name_is_refused_and_not_shown()
    {
        var error = Refused(() => Registry().Register(OfSecret(Keys.First), Warn), "***");
        Keys.AssertAbsent(error);
    }

    [Theory]
    [InlineData("5QkS8lFMDYjBv1dsq3fzT0aRnEwG9uKpXh27cLmZtVbN46eCxoAi", "***")]
    [InlineData("prod-cluster-eu-west-1-monitoring-alerts-2", "prod-cluster-eu-west-1-monitoring-alerts-2")]
    public void What_looks_more_like_a_key_than_a_name_is_not_shown(string text, string shown) => Assert.Equal(shown, RobotName.Show(text));

    [Fact]
    public void The_file_is_its_owners_alone_and_nothing_else_is_left_behind()
    {
        Registry().Register(OfSecret("a"), Warn);
        Registry().Register(OfSecret("b"), Warn);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }

        Assert.Equal(["robots.json", "robots.json.lock"], Directory.GetFiles(_folder.PathOf("state")).Select(f => System.IO.Path.GetFileName(f)).Order());
    }

    [Fact]
    public void Another_processs_robots_stay()
    {
        var (one, other) = (Registry(), Registry());
        Assert.Empty(one.GetAll(Warn));
        other.Register(OfSecret("b"), Warn);
        one.Register(OfSecret("a"), Warn);
        Assert.Equal(["a", "b"], Registry().GetAll(Warn).Select(robot => robot.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("""[{"Name":"a b","SecretName":"s"}]""")]
    [InlineData("""[{"Name":"a"}]""")]
    [InlineData("""[{"Name":"a","SecretName":"s","Key":"x"}]""")]
    [InlineData("""[{"Name":"a","SecretName":"s","RateLimit":0}]""")]
    [InlineData("""[{"Name":"a","SecretName":"s","BaseUri":5}]""")]
    [InlineData("\0\u0001PNG")]
    public void A_damaged_or_foreign_file_is_moved_aside_with_a_warning(string content)
    {
        Directory.CreateDirectory(_folder.PathOf("state"));
        File.WriteAllText(Path, content);

        var robots = Registry();
        Assert.Empty(robots.GetAll(Warn));
        var aside = Assert.Single(Directory.GetFiles(_folder.PathOf("state")));
        Assert.Contains(aside, Assert.Single(_warnings));
        Assert.Equal(content, File.ReadAllText(aside));

        robots.Register(OfSecret("a"), Warn);
        Assert.Equal("a", Assert.Single(Registry().GetAll(Warn)).Name);
    }

    [Fact]
    public void A_file_that_cannot_be_read_now_is_never_overwritten_and_tried_again()
    {
        Registry().Register(OfSecret("a"), Warn);
        var before = File.ReadAllText(Path);
        var robots = Registry();
        using (new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Empty(robots.GetAll(Warn));
            Assert.Contains("cannot be read", Assert.Single(_warnings));
            Assert.Equal(FailureCause.StateUnwritable, Assert.Throws<WeComException>(() => Registry().Register(OfSecret("b"), Warn)).Cause);
        }

        Assert.Equal(before, File.ReadAllText(Path));
        Assert.Equal("a", Assert.Single(robots.GetAll(Warn)).Name); // as soon as it can be read again
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(int.MaxValue, false)]
    public void A_file_that_another_program_holds_is_replaced_when_it_lets_go_or_the_error_says_why(int failures, bool succeeds)
    {
        Registry().Register(OfSecret("a"), Warn);
        var changes = new FailingChanges { OnMove = (_, _) => failures-- > 0 ? FailingChanges.Held() : null };
        var robots = new RobotRegistry(new RobotFile(Path) { Changes = changes });
        if (succeeds)
        {
            robots.Register(OfSecret("b"), Warn);
        }
        else
        {
            var error = Assert.Throws<WeComException>(() => robots.Register(OfSecret("b"), Warn));
            Assert.Equal("WeComStateUnwritable", error.ErrorId);
            Assert.Contains("being used by another process", error.Message);
            Assert.Equal(FailureCause.StateUnwritable, Assert.Throws<WeComException>(() => robots.Unregister("a", Warn)).Cause);
        }

        Assert.Equal(succeeds ? ["a", "b"] : ["a"], Registry().GetAll(Warn).Select(robot => robot.Name));
    }

    [Fact]
    public void A_reader_does_not_keep_the_file_from_being_replaced()
    {
        Registry().Register(OfSecret("a"), Warn);
        using (ReadableFile.Open(Path))
        {
            Registry().Register(OfSecret("b"), Warn);
        }

        Assert.Equal(["a", "b"], Registry().GetAll(Warn).Select(robot => robot.Name));
    }

    [Fact]
    public void What_a_secret_held_is_kept_until_the_robot_is_registered_anew()
    {
        var robots = Registry();
        robots.Register(OfSecret("a"), Warn);
        robots.CachePool(robots.Find("a", Warn)!, RobotPool.Single(WebhookAddress.Parse(Keys.First)));
        Assert.NotNull(robots.Find("a", Warn)!.Pool);
        robots.Register(OfSecret("a") with { SecretName = "another" }, Warn);
        Assert.Null(robots.Find("a", Warn)!.Pool);
        Keys.AssertAbsent(string.Join(' ', robots.GetAll(Warn).Select(r => r.ToString() + RobotInfo.From(r))));
    }

    private static WeComException Refused(Action register, string reason)
    {
        var error = Assert.Throws<WeComException>(register);
        Assert.Equal(FailureCause.InvalidAddress, error.Cause);
        Assert.Contains(reason, error.Message);
        return error;
    }

    private static RobotProfile OfKey(string name, string key) => new() { Name = name, Pool = RobotPool.Single(WebhookAddress.Parse(key)) };

    private static RobotProfile OfSecret(string name) => new() { Name = name, SecretName = "wecom-" + name, IsPersisted = true };

    private RobotRegistry Registry() => new(new RobotFile(Path));

    private void Warn(string text) => _warnings.Add(text);
}
