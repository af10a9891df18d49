using System;
using System.Linq;
using StackExchange.Redis;
using WeComRobot.Fleet;

namespace WeComRobot.Redis.Connection;

/// <summary>How to reach the Redis of a fleet, and which keys are the fleet's.</summary>
/// <param name="Options">What StackExchange.Redis needs. They may hold the password.</param>
/// <param name="KeyPrefix">What the names of all keys begin with.</param>
internal sealed record FleetConfiguration(ConfigurationOptions Options, string KeyPrefix)
{
    // The user's own options follow these, and win. Connecting ends before a message gives up, so that it can say why it failed. A user of
    // Redis who may touch the fleet's keys alone can neither read the tie-breaker nor listen to the channel.
    private const string Defaults = "name=WeComRobot,keepAlive=10,connectTimeout=1500,connectRetry=1,syncTimeout=2000,tiebreaker=,configChannel=,";

    private const int ReconnectAfter = 1000; // milliseconds

    /// <summary>The servers and the prefix, as a user may see them: without user and password.</summary>
    public string Name => $"{string.Join(',', Options.EndPoints.Select(EndPointCollection.ToString))},keyPrefix={KeyPrefix}";

    /// <summary>How long a message may wait for Redis: syncTimeout of the connection string, 2 seconds unless it says otherwise.</summary>
    public TimeSpan MaxWait => TimeSpan.FromMilliseconds(Options.SyncTimeout);

    /// <exception cref="WeComException">The connection string is malformed.</exception>
    public static FleetConfiguration Parse(FleetSettings settings)
    {
        var connection = new ConnectionString(settings.Configuration);
        var options = ConfigurationOptions.Parse(Defaults + connection.Connection);
        options.Password = settings.Password ?? options.Password;
        options.AllowAdmin = false;
        // A Redis that is away is joined when it is back, and messages do not wait for that
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry(ReconnectAfter);
        return new(options, connection.KeyPrefix);
    }

    /// <summary>The same as the name: the options would show the user.</summary>
    public override string ToString() => Name;
}
