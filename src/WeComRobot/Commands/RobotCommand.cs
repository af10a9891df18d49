using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>What all cmdlets that send by given robots share: which ones.</summary>
public abstract class RobotCommand : ServiceCommand
{
    /// <summary>
    /// The robots, one or several: names from Register-WeComRobot, webhook URLs, keys, either as a SecureString, or what
    /// Get-WeComRobot gives. Without it the default robot, else the environment variable WECOM_ROBOT names it. The key is never
    /// shown; plain text at a prompt stays in the shell's own history, so prefer a name. (group-robot-api.md, 如何使用群机器人)
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RobotCompleter))]
    [RobotTransformation]
    public RobotArgument[]? Robot { get; set; }

    /// <summary>Allows plain http to another machine for a webhook given itself: everybody on the way can then read its key.</summary>
    [Parameter]
    public SwitchParameter AllowHttp { get; set; }

    private protected override IEnumerable<string?> Secrets => (Robot ?? []).Select(robot => robot.Secret);

    /// <summary>Does one file's work after the other; a path or file that fails is one error.</summary>
    private protected void AttemptFiles(string[] path, string[] literalPath, Action<string> work)
    {
        foreach (var input in InputPath.All(path, literalPath))
        {
            this.Attempt(input.Target, () =>
            {
                foreach (var file in input.Resolve(this))
                {
                    this.Attempt(InputPath.ForAnotherTry(file), () => work(file));
                }
            });
        }
    }

    /// <summary>Does the work for each robot; one that is not to be had, or fails, is one error, and the next has its turn.</summary>
    /// <param name="target">What the user can send again.</param>
    /// <param name="work">The work.</param>
    private protected void ForEachRobot(object? target, Action<RobotTarget> work) =>
        new RobotResolver(this, AllowHttp).ForEach(Robot, work, target);

    private protected bool Confirm(RobotTarget robot, string action) => ShouldProcess(robot.Pool.ToString(), action);
}
