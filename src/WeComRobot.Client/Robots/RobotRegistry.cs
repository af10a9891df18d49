using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>The robots of this process, and those of the user's file, which is read when a robot is first looked for.</summary>
public sealed class RobotRegistry(RobotFile file)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, RobotProfile> _ofProcess = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<RobotProfile, RobotPool> _read = [];
    private IReadOnlyList<RobotProfile>? _ofFile;

    /// <summary>The registry of this process: all its runspaces share it.</summary>
    public static RobotRegistry Shared { get; } = new(RobotFile.OfUser());

    /// <summary>All robots, by name; of one name, this process's own.</summary>
    /// <param name="warn">Hears of a file that cannot be read.</param>
    public IReadOnlyList<RobotProfile> All(Action<string> warn)
    {
        lock (_gate)
        {
            _ofFile ??= file.Read(warn);
            var isDefaultOwn = _ofProcess.Values.Any(robot => robot.IsDefault);
            return
            [
                .. (_ofFile ?? []).Where(robot => !_ofProcess.ContainsKey(robot.Name))
                    .Select(robot => isDefaultOwn ? robot with { IsDefault = false } : robot)
                    .Concat(_ofProcess.Values)
                    .Select(robot => _read.TryGetValue(robot with { IsDefault = false }, out var pool) ? robot with { Pool = pool } : robot)
                    .OrderBy(robot => robot.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }
    }

    /// <summary>The robot of that name; null where there is none.</summary>
    public RobotProfile? Find(string name, Action<string> warn) => All(warn).FirstOrDefault(robot => Is(robot, name));

    /// <summary>The robot that serves where none is named; null where none does.</summary>
    public RobotProfile? Default(Action<string> warn) => All(warn).FirstOrDefault(robot => robot.IsDefault);

    /// <summary>Adds a robot, in place of one of the same name; one that is to be persisted, to the user's file.</summary>
    /// <exception cref="WeComException">
    /// InvalidAddress: its name is none, or what must not be written is to be persisted. StateUnwritable: the file cannot be written.
    /// </exception>
    public void Register(RobotProfile robot, Action<string> warn)
    {
        Check(robot);
        lock (_gate)
        {
            Forget(robot.Name);
            if (robot.IsPersisted)
            {
                _ofFile = file.Update(robots => [.. robots.Where(other => !Is(other, robot.Name)).Select(other => Beside(other, robot)), robot], warn);
                _ofProcess.Remove(robot.Name);
            }

            foreach (var other in _ofProcess.Values.ToArray())
            {
                _ofProcess[other.Name] = Beside(other, robot);
            }

            if (!robot.IsPersisted)
            {
                _ofProcess[robot.Name] = robot;
            }
        }
    }

    /// <summary>Removes a robot, from the user's file as well.</summary>
    /// <exception cref="WeComException">StateUnwritable: the file cannot be written.</exception>
    public void Unregister(string name, Action<string> warn)
    {
        lock (_gate)
        {
            Forget(name);
            _ofFile ??= file.Read(warn);
            if (_ofFile?.Any(robot => Is(robot, name)) == true)
            {
                _ofFile = file.Update(robots => [.. robots.Where(robot => !Is(robot, name))], warn);
            }

            _ofProcess.Remove(name);
        }
    }

    /// <summary>Keeps what a robot's secret held, for this process.</summary>
    public void Keep(RobotProfile robot, RobotPool pool)
    {
        lock (_gate)
        {
            _read[robot with { IsDefault = false }] = pool;
        }
    }

    /// <summary>The secret may have changed: it is read anew.</summary>
    private void Forget(string name)
    {
        foreach (var robot in _read.Keys.Where(robot => Is(robot, name)).ToArray())
        {
            _read.Remove(robot);
        }
    }

    private static bool Is(RobotProfile robot, string name) => string.Equals(robot.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>There is one default.</summary>
    private static RobotProfile Beside(RobotProfile other, RobotProfile robot) => robot.IsDefault ? other with { IsDefault = false } : other;

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
