using System;
using System.Collections.Generic;
using System.Threading;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Outbox;

namespace WeComRobot.Fleet;

/// <summary>
/// The fleet that this process belongs to, with all its runspaces: the one that a command joined, else the one in the environment
/// variable, whenever that changes.
/// </summary>
internal static class FleetMembership
{
    private const string EnvironmentVariable = "WECOM_REDIS";

    private static readonly object Gate = new();
    private static volatile IFleet? _fleet;
    private static FleetSettings? _settings;
    private static volatile string? _environment;
    private static volatile bool _isJoinedByCommand;
    private static WeComException? _malformed;

    /// <summary>What must not show in a quoted line.</summary>
    public static IEnumerable<string> Secrets => _settings is { } settings ? RedisArgument.SecretsIn(settings.Configuration) : [];

    /// <summary>Joins or leaves a fleet, if the environment variable has changed. A malformed value is a warning, and keeps no message from being sent.</summary>
    public static void FollowEnvironment(Action<string> warn)
    {
        var text = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (text != _environment && Follow(text) is { } warning)
        {
            warn(warning);
        }
    }

    /// <summary>Reads the settings of a fleet, without joining it.</summary>
    /// <exception cref="WeComException">InvalidFleet: they are malformed, or no fleet can be joined here.</exception>
    public static IFleet Read(FleetSettings settings) => FleetLoader.Create(settings);

    /// <summary>Joins a fleet until the end of the process, whatever the environment variable says, and asks whether it can be used now.</summary>
    /// <returns>What the user must be told; null if it can be used.</returns>
    public static string? Join(FleetSettings settings)
    {
        IFleet fleet;
        lock (Gate)
        {
            fleet = Change(settings)!;
            _isJoinedByCommand = true;
        }

        return fleet.Windows.Check();
    }

    /// <summary>Makes sure that there is a fleet.</summary>
    /// <exception cref="WeComException">InvalidFleet: none was joined, or none can be joined here.</exception>
    public static void Require()
    {
        if (_fleet is null)
        {
            throw _malformed ?? new WeComException(FailureCause.InvalidFleet, CommandStrings.NoFleet, CommandStrings.NoFleetRemedy);
        }
    }

    /// <summary>The outbox of the fleet and of this user, or of this user alone.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: this user has no folder for files.</exception>
    public static MessageOutbox OpenOutbox() => MessageOutbox.ForCurrentUser(_fleet?.Outbox);

    private static string? Follow(string? text)
    {
        lock (Gate)
        {
            if (_isJoinedByCommand || text == _environment)
            {
                return null;
            }

            _environment = text;
            _malformed = null;
            try
            {
                Change(string.IsNullOrWhiteSpace(text) ? null : new(text!, null));
                return null;
            }
            catch (WeComException malformed)
            {
                _malformed = malformed;
                Change(null);
                return CommandStrings.FleetNotJoined.With(EnvironmentVariable, malformed.Message);
            }
        }
    }

    /// <summary>Joins the fleet with these settings in place of another one; null leaves it.</summary>
    private static IFleet? Change(FleetSettings? settings)
    {
        if (settings != _settings)
        {
            var fleet = settings is null ? null : Read(settings);
            RobotClient.Shared.Join(fleet?.Windows, machine => fleet?.ShareMedia(machine) ?? machine);
            Interlocked.Exchange(ref _fleet, fleet)?.Dispose();
            _settings = settings;
        }

        return _fleet;
    }
}
