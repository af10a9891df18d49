using System.Management.Automation;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Watching;

namespace WeComRobot.Commands;

/// <summary>Runs a command, and tells the group how it went.</summary>
[Cmdlet("Watch", "WeComCommand", SupportsShouldProcess = true, DefaultParameterSetName = "ScriptBlock")]
public sealed class WatchWeComCommandCommand : RobotCommand
{
    /// <summary>What the command is called in messages.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The command.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ScriptBlock")]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    /// <summary>A script or program to run.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "File")]
    public string FilePath { get; set; } = "";

    /// <summary>Its arguments.</summary>
    [Parameter]
    public object?[] ArgumentList { get; set; } = [];

    /// <summary>Any error record is a failure.</summary>
    [Parameter]
    public SwitchParameter FailOnError { get; set; }

    /// <summary>How many lines of the output are told.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public int Tail { get; set; } = 20;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!ShouldProcess(Name, CommandStrings.WatchAction))
        {
            return;
        }

        var shell = new RunningShell(this);
        var output = new LastOutput(Tail);
        var positions = new ErrorPositions([.. Secrets]);
        var command = new WatchedCommand(this, (object)ScriptBlock ?? FilePath, ArgumentList, new(this, shell, output, positions), positions);
        var outcome = command.Run();
        var failed = outcome.HasFailed(FailOnError);
        if (failed)
        {
            var text = $"{Name} failed: code {outcome.ExitCode}, error {outcome.Error} \n{string.Join("\n", output.GetLines(this))}";
            ForEachRobot(null, robot => Post(robot, Outgoing.For(new TextMessage { Text = new() { Content = text } })));
        }

        if (failed)
        {
            ShellExit.Request(this, outcome.ExitCode is { } code and not 0 ? code : 1);
        }

        shell.SetSuccess(!failed);
        outcome.Thrown?.Throw();
    }
}
