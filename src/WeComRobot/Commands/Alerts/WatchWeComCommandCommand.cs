using System;
using System.IO;
using System.Management.Automation;
using WeComRobot.Alerts;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Targets;
using WeComRobot.Watching;

namespace WeComRobot.Commands;

/// <summary>
/// Runs a command and tells the group how it went: each failure, which counts as an alert, and that it is over. Its streams, its exit
/// code, $? and its exception stay its own. (architecture.md#alerts, architecture.md#a-watched-command)
/// </summary>
[Cmdlet("Watch", "WeComCommand", SupportsShouldProcess = true, DefaultParameterSetName = BlockSet)]
[OutputType(typeof(object), typeof(AlertReceipt))]
public sealed class WatchWeComCommandCommand : AlertCommand
{
    private const string BlockSet = "ScriptBlock";
    private const string FileSet = "FilePath";

    private const int MaxAttachedItems = 100_000;

    private bool _isNotificationLost;

    /// <summary>What the command is called in messages.</summary>
    [Parameter(Mandatory = true)]
    [TextTransformation]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The command. It runs as with the call operator &amp;: it sees the caller's variables.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = BlockSet)]
    public ScriptBlock? ScriptBlock { get; set; }

    /// <summary>A script or a program to run, as its path or as the name of a command.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string FilePath { get; set; } = "";

    /// <summary>The command's arguments, by position.</summary>
    [Parameter]
    public object?[]? ArgumentList { get; set; }

    /// <summary>
    /// When the group is told. Failure, the default: of each failure, and of the first success after one. Always: of each success as
    /// well. Change: of the first failure, and of the first success after it.
    /// </summary>
    [Parameter]
    public WatchTrigger On { get; set; }

    /// <summary>
    /// Any error that the command writes is a failure. Without it, one that ends the command is, and one about a command that there is
    /// not; a script may go on after any other.
    /// </summary>
    [Parameter]
    public SwitchParameter FailOnError { get; set; }

    /// <summary>How many of the last lines of output the message shows, 0 to 100; fewer if they are long. Defaults to 20.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int Tail { get; set; } = 20;

    /// <summary>Sends the output as a file beside the message, if the message does not show all of it: the last 100,000 lines, of 4,000,000 characters at most.</summary>
    [Parameter]
    public SwitchParameter AttachOutput { get; set; }

    /// <summary>A message that could not be delivered is an error, in place of a warning.</summary>
    [Parameter]
    public SwitchParameter FailOnNotification { get; set; }

    /// <summary>What makes failures of a robot's commands the same. Case does not matter. Defaults to the name.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AlertKeyCompleter))]
    [TextTransformation]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>For how long further failures are only counted, from 0 to 90 days. Defaults to 0, with -On Change to until it succeeds.</summary>
    [Parameter]
    [ValidateDuration(AllowZero = true)]
    public TimeSpan? RepeatAfter { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var alert = CreateAlert(Name, Key ?? Name, AlertSeverity.Info) with
        {
            RepeatAfter = RepeatAfter ?? (On == WatchTrigger.Change ? TimeSpan.MaxValue : TimeSpan.Zero),
        };
        Check(alert);
        if (!ShouldProcess(Name, CommandStrings.WatchAction))
        {
            return;
        }

        var shell = new RunningShell(this);
        var output = new LastOutput(AttachOutput ? MaxAttachedItems : Tail);
        var positions = new ErrorPositions([.. Secrets]);
        var outcome = new WatchedCommand(this, FindCommand(), ArgumentList ?? [], new(this, shell, output, positions), positions).Run(FailOnError);
        if (outcome.HasFailed)
        {
            shell.LetWarningsPass();
        }

        Tell(alert, outcome, output);
        if (outcome.HasFailed || _isNotificationLost)
        {
            ShellExit.Request(this, outcome.ExitCode is { } code and not 0 ? code : 1);
            shell.Fail();
        }

        outcome.Thrown?.Throw();
    }

    private AlertComposer Composer => new(As, TimeProvider.System);

    /// <summary>A mistake in the parameters must not show only when the command fails.</summary>
    private void Check(Alert alert)
    {
        try
        {
            this.WriteWarnings(AlertCheck.Run(alert));
        }
        catch (WeComException mistake)
        {
            ThrowTerminatingError(ErrorRecords.Create(mistake, null));
        }
    }

    /// <summary>The shell runs a script without a folder in its path only if it is a command.</summary>
    private object FindCommand() =>
        ScriptBlock ?? (Path.Combine(SessionState.Path.CurrentFileSystemLocation.ProviderPath, FilePath) is var file && File.Exists(file) ? file : (object)FilePath);

    private void Tell(Alert alert, CommandOutcome outcome, LastOutput output)
    {
        var report = new CommandReport(outcome, As);
        var brief = alert with
        {
            Title = (outcome.HasFailed ? CommandStrings.WatchFailed : CommandStrings.WatchSucceeded).With(Name),
            Fields = report.Rows,
            IsQuoted = true,
        };

        // Most successes are not told, and need no layout of the output
        var full = new Lazy<Alert>(() => report.AddOutput(brief, output.GetLines(this), output.IsCut, Tail, AttachOutput));
        ForEachRobot(
            robot =>
            {
                if (outcome.HasFailed)
                {
                    Report(Fire(robot, full.Value));
                }
                else
                {
                    TellSuccess(robot, brief, full);
                }
            },
            lost => ReportLost(lost, outcome));
    }

    private void TellSuccess(RobotTarget robot, Alert end, Lazy<Alert> news)
    {
        var receipt = Resolve(robot, end);
        if (On != WatchTrigger.Always || receipt.Status != AlertStatus.NotFiring)
        {
            Report(receipt);
            return;
        }

        var (outgoing, _) = Composer.Compose(AlertNotices.ForNews(news.Value, TimeProvider.System));
        if (robot.ToAlertTarget(WriteWarning).QuietHours?.GetEnd(DateTimeOffset.UtcNow) is { } quietEnd)
        {
            Defer(robot, outgoing, quietEnd);
        }
        else
        {
            Post(robot, outgoing);
        }
    }

    /// <summary>The command's own exception comes before an error about its message.</summary>
    private void ReportLost(WeComException lost, CommandOutcome outcome)
    {
        _isNotificationLost |= FailOnNotification;
        if (FailOnNotification && !outcome.WasEndedByError)
        {
            WriteError(ErrorRecords.Create(lost, null));
        }
        else
        {
            WriteWarning(CommandStrings.WatchNotTold.With(lost.Message));
        }
    }
}
