using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text;
using WeComRobot.Alerts;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages.Cards;
using WeComRobot.Robots;
using WeComRobot.Text;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Watching;

/// <summary>Tells in an alert how a command went.</summary>
/// <param name="outcome">How it ended.</param>
/// <param name="format">The type of the message.</param>
internal sealed class CommandReport(CommandOutcome outcome, AlertFormat format)
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";
    private const int MaxErrorBytes = 500;
    private const int MaxLineBytes = 300;

    // With error, rows and mentions, the message stays below its limit
    private readonly int _maxOutputBytes = format == AlertFormat.Markdown ? 2000 : 800;

    /// <summary>When it began, how long it ran, and its exit code.</summary>
    public IReadOnlyList<CardField> Rows =>
    [
        new() { Name = CommandStrings.WatchStart, Value = outcome.StartedAt.ToString(TimeFormat, CultureInfo.InvariantCulture) },
        new() { Name = CommandStrings.WatchDuration, Value = AlertDuration.Format(outcome.Duration) },
        .. outcome.ExitCode is { } code
            ? [new() { Name = CommandStrings.WatchExitCode, Value = code.ToString(CultureInfo.InvariantCulture) }]
            : Array.Empty<CardField>(),
    ];

    /// <summary>Adds the error of a failure, and the end of the output.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="output">The lines that were kept of the output.</param>
    /// <param name="isCut">Whether there was more before them.</param>
    /// <param name="tail">How many of the lines are told at most.</param>
    /// <param name="withFile">Whether all lines go as a file, if some of them are not told.</param>
    public Alert AddOutput(Alert alert, IReadOnlyList<string> output, bool isCut, int tail, bool withFile)
    {
        var told = TakeLast(output, tail);
        var (error, end) = SayOnce(outcome.HasFailed ? outcome.Error : null, string.Join("\n", told));
        string[] paragraphs =
        [
            .. error is not null ? [CommandStrings.WatchError + "\n" + Format(Describe(error))] : Array.Empty<string>(),
            .. end.Length > 0 ? [CommandStrings.WatchOutput + "\n" + Format(end)] : Array.Empty<string>(),
        ];
        return alert with
        {
            Content = string.Join("\n\n", paragraphs),
            Attachment = withFile && (isCut || told.Count < output.Count) ? CreateFile(isCut ? output.Prepend(CommandStrings.WatchOutputCut) : output) : null,
        };
    }

    /// <summary>What made the command fail is shown apart, and need not be repeated at the end; any other error only if the output does not show it.</summary>
    private (ErrorRecord? Error, string Output) SayOnce(ErrorRecord? error, string output)
    {
        if (error is null)
        {
            return (null, output);
        }

        var lines = TerminalText.Clean(error.ToString().Replace("\r\n", "\n")).Split('\n').Select(ShortenLine);
        var whole = "\n" + output + "\n";
        var own = "\n" + string.Join("\n", lines) + "\n";
        return !outcome.IsErrorFailure && whole.Contains(own) ? (null, output)
            : whole.EndsWith(own, StringComparison.Ordinal) ? (error, whole.Substring(0, whole.Length - own.Length).TrimStart('\n'))
            : (error, output);
    }

    private static string Describe(ErrorRecord error)
    {
        var text = Mask(TerminalText.Clean(error.ToString()));
        return error.InvocationInfo is { ScriptName: { Length: > 0 } script } invocation
            ? Shorten(text, MaxErrorBytes) + "\n" + CommandStrings.WatchErrorPlace.With(script, invocation.ScriptLineNumber)
            : Shorten(text, MaxErrorBytes);
    }

    private List<string> TakeLast(IReadOnlyList<string> output, int count)
    {
        var taken = new List<string>();
        var left = _maxOutputBytes;
        foreach (var line in output.Skip(output.Count - count).Reverse().Select(ShortenLine))
        {
            left -= Utf8Size.Count(line);
            if (left < 0)
            {
                break;
            }

            taken.Insert(0, line);
        }

        return taken;
    }

    private static AttachedText CreateFile(IEnumerable<string> lines)
    {
        var text = Mask(string.Join("\n", lines));
        return new(AttachedName.For(text, isMarkdown: false, TimeProvider.System), Encoding.UTF8.GetBytes(text));
    }

    private string Format(string text) => format == AlertFormat.Markdown ? MarkdownCode.Lines(text) : text;

    private static string Mask(string text) => WebhookAddress.Mask(text);

    private static string ShortenLine(string line) => Shorten(Mask(line), MaxLineBytes);

    private static string Shorten(string text, int maxBytes) =>
        Utf8Size.Count(text) <= maxBytes ? text : text.Substring(0, TextElements.Fit(text, 0, maxBytes - 3)) + "…";
}
