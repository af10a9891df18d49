using System;
using System.Linq;
using StackExchange.Redis;
using WeComRobot.Fleet;
using WeComRobot.Redis.Connection;
using Xunit;

namespace WeComRobot.Redis.Tests;

/// <summary>A connection string of a fleet: what is taken from it, and what is said of its mistakes.</summary>
public sealed class FleetConfigurationTests
{
    [Fact]
    public void Servers_and_options_are_those_of_StackExchange_Redis()
    {
        var options = Parse("one:6380, two ,ssl=true,user=wecom,password=a=b==,serviceName=primary").Options;

        Assert.Equal(["one:6380", "two"], options.EndPoints.Select(EndPointCollection.ToString));
        Assert.True(options.Ssl);
        Assert.Equal(("wecom", "a=b==", "primary"), (options.User, options.Password, options.ServiceName));
    }

    [Theory]
    [InlineData("h", "wecom:")]
    [InlineData("h,keyPrefix=ops:", "ops:")]
    [InlineData("h,ssl=true,KEYPREFIX = a=b ,user=u", "a=b")]
    [InlineData("h,keyPrefix=", "")]
    public void The_prefix_is_taken_out(string text, string prefix) => Assert.Equal(prefix, Parse(text).KeyPrefix);

    [Fact]
    public void A_password_from_elsewhere_wins()
    {
        Assert.Equal("of the vault", Parse("h,password=old", "of the vault").Options.Password);
        Assert.Equal("a,b", Parse("h", "a,b").Options.Password);
    }

    [Fact]
    public void A_Redis_that_is_away_is_waited_for_in_the_background_whatever_the_string_says()
    {
        var options = Parse("h,abortConnect=true,allowAdmin=true").Options;

        Assert.False(options.AbortOnConnectFail);
        Assert.False(options.AllowAdmin);
        Assert.False(options.BacklogPolicy.QueueWhileDisconnected);
        Assert.True(options.ReconnectRetryPolicy.ShouldRetry(100, 1000)); // as soon after many tries as after the first
    }

    [Fact]
    public void A_string_may_change_how_the_connection_is_named_and_kept_alive()
    {
        var ours = Parse("h").Options;
        var theirs = Parse("h,name=build-7,keepAlive=60").Options;

        Assert.Equal(("WeComRobot", 10), (ours.ClientName, ours.KeepAlive));
        Assert.Equal(("build-7", 60), (theirs.ClientName, theirs.KeepAlive));
    }

    [Fact]
    public void Only_keys_with_the_prefix_are_touched()
    {
        var options = Parse("h").Options;

        Assert.Equal(("", ""), (options.TieBreaker, options.ConfigurationChannel));
    }

    [Theory]
    [InlineData("h:6380,user=someone,password=secret", null)]
    [InlineData("h:6380,user=someone", "secret")]
    public void Its_name_is_servers_and_prefix(string text, string? password)
    {
        using var fleet = new RedisFleetFactory().Create(new(text, password));

        Assert.Equal("h:6380,keyPrefix=wecom:", fleet.Name);
        Assert.Equal(fleet.Name, Parse(text, password).ToString());
        Assert.DoesNotContain("secret", new FleetSettings(text, password).ToString());
    }

    [Theory]
    [InlineData("", "names no server")]
    [InlineData("ssl=true", "names no server")]
    [InlineData("h:secret", "Part 1")]
    [InlineData("h:99999", "Part 1")]
    [InlineData("h, ,:6379", "Part 3")]
    [InlineData("ssl=true,redis://someone:secret@h:6379", "Servers come first")]
    [InlineData("h,user=wecom,secret", "Servers come first")]
    [InlineData("h,defaultDatabase=3", "keyPrefix keeps fleets apart")]
    [InlineData("redis://:secret=@h:6379", "Part 1")]
    [InlineData("h,pasword=secret", "Part 2")]
    [InlineData("h,secret=", "not a known option")]
    [InlineData("h,ssl=secret", "its value is wrong")]
    [InlineData("h,tunnel=secret", "Part 2")]
    [InlineData("h,password=my,secret", "a password with a comma")]
    [InlineData("h,sentinelPassword=my,secret=x", "a password with a comma")]
    [InlineData("h,password=x,secret:6379", "Servers come first")]
    [InlineData("h,keyPrefix={secret}", "must not contain braces")]
    public void A_mistake_is_named_by_its_place_and_not_quoted(string text, string expected)
    {
        var error = Assert.Throws<WeComException>(() => Parse(text));

        Assert.Equal("WeComInvalidFleet", error.ErrorId);
        Assert.Contains(expected, error.What);
        Assert.DoesNotContain("secret", error.ToString());
    }

    private static FleetConfiguration Parse(string text, string? password = null) => FleetConfiguration.Parse(new(text, password));
}
