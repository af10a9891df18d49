using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>The robots of this process and those of the user's file, which is read when a robot is first looked up.</summary>
internal sealed class RobotRegistry(RobotFile file)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, RobotProfile> _processRobots = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<RobotProfile, RobotPool> _pools = [];
    private IReadOnlyList<RobotProfile>? _fileRobots;

    /// <summary>The registry of this process: all its runspaces share it.</summary>
    public static RobotRegistry Shared { get; } = new(RobotFile.ForCurrentUser());

    /// <summary>All robots, sorted by name. A robot of this process hides one of the same name in the file.</summary>
    /// <param name="warn">Called with a warning if the file cannot be read.</param>
    public IReadOnlyList<RobotProfile> GetAll(Action<string> warn)
    {
        lock (_gate)
        {
            _fileRobots ??= file.Read(warn);
            var hasOwnDefault = _processRobots.Values.Any(robot => robot.IsDefault);
            return
            [
                .. (_fileRobots ?? []).Where(robot => !_processRobots.ContainsKey(robot.Name))
                    .Select(robot => hasOwnDefault ? robot with { IsDefault = false } : robot)
                    .Concat(_processRobots.Values)
                    .Select(robot => _pools.TryGetValue(robot with { IsDefault = false }, out var pool) ? robot with { Pool = pool } : robot)
                    .OrderBy(robot => robot.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }
    }

    /// <summary>Finds the robot of that name; null if there is none.</summary>
    public RobotProfile? Find(string name, Action<string> warn) => GetAll(warn).FirstOrDefault(robot => HasName(robot, name));

    /// <summary>Finds the robot to use when none is named; null if there is none.</summary>
    public RobotProfile? FindDefault(Action<string> warn) => GetAll(warn).FirstOrDefault(robot => robot.IsDefault);

    /// <summary>Adds a robot, or replaces the one of the same name. A persisted robot goes into the user's file.</summary>
    /// <exception cref="WeComException">
    /// InvalidAddress: its name is not valid, or it is to be persisted although it has something that must not be written to disk.
    /// StateUnwritable: the file cannot be written.
    /// </exception>
    public void Register(RobotProfile robot, Action<string> warn)
    {
        Check(robot);
        lock (_gate)
        {
            ForgetPool(robot.Name);
            if (robot.IsPersisted)
            {
                _fileRobots = file.Update(
                    robots => [.. robots.Where(other => !HasName(other, robot.Name)).Select(other => ClearDefaultFor(other, robot)), robot], warn);
                _processRobots.Remove(robot.Name);
            }

            foreach (var other in _processRobots.Values.ToArray())
            {
                _processRobots[other.Name] = ClearDefaultFor(other, robot);
            }

            if (!robot.IsPersisted)
            {
                _processRobots[robot.Name] = robot;
            }
        }
    }

    /// <summary>Removes a robot, from the user's file as well.</summary>
    /// <exception cref="WeComException">StateUnwritable: the file cannot be written.</exception>
    public void Unregister(string name, Action<string> warn)
    {
        lock (_gate)
        {
            ForgetPool(name);
            _fileRobots ??= file.Read(warn);
            if (_fileRobots?.Any(robot => HasName(robot, name)) == true)
            {
                _fileRobots = file.Update(robots => [.. robots.Where(robot => !HasName(robot, name))], warn);
            }

            _processRobots.Remove(name);
        }
    }

    /// <summary>Caches the addresses that were read from a robot's secret, for this process.</summary>
    public void CachePool(RobotProfile robot, RobotPool pool)
    {
        lock (_gate)
        {
            _pools[robot with { IsDefault = false }] = pool;
        }
    }

    /// <summary>Forgets what was read from the robot's secret, which may have changed since.</summary>
    private void ForgetPool(string name)
    {
        foreach (var robot in _pools.Keys.Where(robot => HasName(robot, name)).ToArray())
        {
            _pools.Remove(robot);
        }
    }

    private static bool HasName(RobotProfile robot, string name) => string.Equals(robot.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Only one robot is the default: a new default takes that from every other.</summary>
    private static RobotProfile ClearDefaultFor(RobotProfile other, RobotProfile added) => added.IsDefault ? other with { IsDefault = false } : other;

    private static void Check(RobotProfile robot)
    {
        var reason = !RobotName.IsValid(robot.Name) ? Strings.RobotNameInvalid.With(RobotName.Show(robot.Name))
            : robot.IsPersisted && robot.SecretName is null ? Strings.PersistNeedsSecret.Then(Advice.Get(nameof(Strings.AdviseVault)))
            : robot.IsPersisted && robot.ProxyCredential is not null ? Strings.PersistNoPassword
            : null;
        if (reason is not null)
        {
            throw new WeComException(FailureCause.InvalidAddress, reason);
        }
    }
}
