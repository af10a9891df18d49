using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Robots;

namespace WeComRobot.Targets;

/// <summary>Finds the robots of a call: those given, else the default one, else the one in the environment variable.</summary>
/// <param name="cmdlet">The cmdlet, through which secrets are read.</param>
/// <param name="allowHttp">Whether plain http to another machine is allowed.</param>
internal sealed class RobotResolver(PSCmdlet cmdlet, bool allowHttp)
{
    // Webhooks are parsed once. Names are looked up for each message, because they may be registered anew meanwhile
    private readonly Dictionary<RobotArgument, RobotTarget> _webhooks = [];

    private static RobotRegistry Registry => RobotRegistry.Shared;

    /// <summary>Does the work for each robot. A robot that cannot be resolved, or whose work fails, is one error, and the next has its turn.</summary>
    /// <param name="given">The robots. Defaults to the default one.</param>
    /// <param name="work">What to do for a robot.</param>
    /// <param name="target">What the user can send again; null when there is nothing.</param>
    public void ForEach(RobotArgument[]? given, Action<RobotTarget> work, object? target = null) =>
        ForEach(given, work, failure => cmdlet.WriteError(ErrorRecords.Create(failure, target)));

    /// <summary>Does the work for each robot, and reports failures in another way than as errors.</summary>
    public void ForEach(RobotArgument[]? given, Action<RobotTarget> work, Action<WeComException> report) => FailureReporting.Report(
        () =>
        {
            foreach (var robot in given ?? [DefaultRobot()])
            {
                FailureReporting.Report(() => work(Resolve(robot)), report);
            }
        },
        report);

    /// <exception cref="WeComException">RobotNotFound: no robot has the name, or its secret cannot be read. InvalidAddress, with the reason and without the key.</exception>
    public RobotTarget Resolve(RobotArgument given) =>
        _webhooks.TryGetValue(given, out var known) ? known
        : given.Name is { } name ? FromProfile(Registry.Find(name, cmdlet.WriteWarning) ?? throw Unknown(name))
        : _webhooks[given] = new(RobotPool.Single(WebhookAddress.Parse(given.Webhook, allowHttp: allowHttp)), null);

    /// <summary>The error about a name that no robot has.</summary>
    public WeComException Unknown(string name)
    {
        var names = Registry.GetAll(cmdlet.WriteWarning).Select(robot => robot.Name).ToArray();
        var known = names.Length == 0 ? CommandStrings.NoRobots : CommandStrings.KnownRobots.With(string.Join(", ", names));
        return new(FailureCause.RobotNotFound, CommandStrings.RobotUnknown.With(RobotName.Show(name), known), CommandStrings.RegisterRemedy);
    }

    private RobotArgument DefaultRobot() =>
        (Registry.FindDefault(cmdlet.WriteWarning) is { } robot ? new(RobotInfo.From(robot)) : RobotArgument.FromEnvironment())
        ?? throw new WeComException(FailureCause.RobotNotFound, CommandStrings.RobotNotGiven, CommandStrings.RobotRemedy);

    private RobotTarget FromProfile(RobotProfile robot)
    {
        if (robot.Pool is { } pool)
        {
            return new(pool, robot);
        }

        var read = robot.ParseSecret(SecretReader.Read(cmdlet, robot.SecretName, robot.Vault, Unreadable));
        Registry.CachePool(robot, read);
        return new(read, robot);

        WeComException Unreadable(string reason, string remedy) =>
            new(FailureCause.RobotNotFound, CommandStrings.SecretUnreadable.With(robot.SecretText, robot.Name, reason), remedy);
    }
}
