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
/// <param name="hasFailed">Whether that is a failure.</param>
/// <param name="output">What it wrote last, line by line.</param>
/// <param name="isCut">Whether it wrote more before that.</param>
/// <param name="format">The type of the message.</param>
internal sealed class CommandReport(CommandOutcome outcome, bool hasFailed, IReadOnlyList<string> output, bool isCut, AlertFormat format)
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";
    private const int MaxErrorBytes = 500;
    private const int MaxLineBytes = 300;

    // With error, rows and mentions, the message stays below its limit
    private readonly int _maxOutputBytes = format == AlertFormat.Markdown ? 2000 : 800;

    /// <param name="alert">The alert.</param>
    /// <param name="tail">How many lines of the output are told at most.</param>
    /// <param name="withFile">Whether all lines go as a file, if some of them are not told.</param>
    public Alert AddTo(Alert alert, int tail, bool withFile)
    {
        var told = TakeLast(tail);
        string[] paragraphs =
        [
            .. hasFailed && outcome.Error is { } error ? [CommandStrings.WatchError + "\n" + Format(Describe(error))] : Array.Empty<string>(),
            .. told.Count > 0 ? [CommandStrings.WatchOutput + "\n" + Format(string.Join("\n", told))] : Array.Empty<string>(),
        ];
        return alert with
        {
            Fields = [.. Rows()],
            Content = string.Join("\n\n", paragraphs),
            Attachment = withFile && (isCut || told.Count < output.Count) ? CreateFile() : null,
        };
    }

    private IEnumerable<CardField> Rows()
    {
        yield return new() { Name = CommandStrings.WatchStart, Value = outcome.StartedAt.ToString(TimeFormat, CultureInfo.InvariantCulture) };
        yield return new() { Name = CommandStrings.WatchDuration, Value = AlertDuration.Format(outcome.Duration) };
        if (outcome.ExitCode is { } code)
        {
            yield return new() { Name = CommandStrings.WatchExitCode, Value = code.ToString(CultureInfo.InvariantCulture) };
        }
    }

    private static string Describe(ErrorRecord error)
    {
        var text = Mask(TerminalText.Clean(error.ToString()));
        return error.InvocationInfo is { ScriptName: { Length: > 0 } script } invocation
            ? Shorten(text, MaxErrorBytes) + "\n" + CommandStrings.WatchErrorPlace.With(script, invocation.ScriptLineNumber)
            : Shorten(text, MaxErrorBytes);
    }

    private List<string> TakeLast(int count)
    {
        var taken = new List<string>();
        var left = _maxOutputBytes;
        foreach (var line in output.Skip(output.Count - count).Reverse().Select(line => Shorten(Mask(line), MaxLineBytes)))
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

    private AttachedText CreateFile()
    {
        var text = Mask(string.Join("\n", isCut ? output.Prepend(CommandStrings.WatchOutputCut) : output));
        return new(AttachedName.For(text, isMarkdown: false, TimeProvider.System), Encoding.UTF8.GetBytes(text));
    }

    private string Format(string text) => format == AlertFormat.Markdown ? MarkdownCode.Lines(text) : text;

    private static string Mask(string text) => WebhookAddress.Mask(text);

    private static string Shorten(string text, int maxBytes) =>
        Utf8Size.Count(text) <= maxBytes ? text : text.Substring(0, TextElements.Fit(text, 0, maxBytes - 3)) + "…";
}
