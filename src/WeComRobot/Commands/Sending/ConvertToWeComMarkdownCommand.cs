using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Errors;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages;
using WeComRobot.Objects;

namespace WeComRobot.Commands;

/// <summary>How ConvertTo-WeComMarkdown lays out objects.</summary>
public enum MarkdownLayout
{
    /// <summary>A table with a row for each object (markdown_v2 only).</summary>
    Table,

    /// <summary>A list with an entry for each object.</summary>
    List,
}

/// <summary>
/// Turns any objects into Markdown for Send-WeComMarkdown -V2 (service.md#markdown-v2). Writes one text for
/// each message of up to 4096 bytes, each with the table's header, and holds no more than one of them in memory.
/// </summary>
[Cmdlet(VerbsData.ConvertTo, "WeComMarkdown")]
[OutputType(typeof(string))]
public sealed class ConvertToWeComMarkdownCommand : WeComCommand
{
    private PropertySelection? _selection;
    private DefaultFields? _default;
    private MarkdownRows? _rows;
    private PSObject? _empty;
    private bool _isRefused;
    private bool _isWarned;

    /// <summary>The objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The properties to show, as Select-Object takes them: names, wildcards, script blocks and calculated properties. Defaults to
    /// the default display properties of the first object's type, else to all its properties.
    /// </summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>A heading above the table or list.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The layout: Table (the default) or List.</summary>
    [Parameter]
    public MarkdownLayout As { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in Items.TryEnumerate(InputObject) ?? [InputObject])
        {
            if (input is not null && !_isRefused)
            {
                Add(PSObject.AsPSObject(input));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _selection?.End();
        Write(_rows?.Finish());
        if (_rows is null && _empty is not null)
        {
            this.ReportFailures(_empty, () => throw new WeComException(FailureCause.InvalidMessage, CommandStrings.ObjectsEmpty, CommandStrings.ObjectsEmptyRemedy));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _selection?.Dispose();
        base.Dispose(disposing);
    }

    private void Add(PSObject input)
    {
        if (FormattedOutput.Is(input))
        {
            _isRefused = true;
            this.ReportFailures(input, () => throw FormattedOutput.Refused());
            return;
        }

        this.ReportFailures(input, () => AddRows(input));
    }

    private void AddRows(PSObject input)
    {
        foreach (var row in ReadRows(input))
        {
            if (row.Count == 0 || (row.All(f => f.Value.Text.Length == 0) && IsEmpty(input)))
            {
                _empty ??= input;
                continue;
            }

            _rows ??= As == MarkdownLayout.List ? new MarkdownList(Title, MarkdownBody.MaxContentBytes) : new MarkdownTable(Title, MarkdownBody.MaxContentBytes);
            Write(_rows.Add(row));
            WarnOfLeftOutColumn();
        }
    }

    private IEnumerable<IReadOnlyList<MarkdownField>> ReadRows(PSObject input)
    {
        if (Property is null)
        {
            return [(_default ??= new(this)).Read(input)];
        }

        _selection ??= new(Property);
        return _selection.Select(input);
    }

    private void WarnOfLeftOutColumn()
    {
        if (!_isWarned && _rows?.LeftOut is { } name)
        {
            _isWarned = true;
            WriteWarning(CommandStrings.ColumnLeftOut.With(name));
        }
    }

    private static bool IsEmpty(PSObject input) => !PlainValue.Is(input) && !(Entries.TryRead(input)?.Count > 0) && !input.Properties.Any();

    private void Write(string? markdown)
    {
        if (markdown is not null)
        {
            WriteObject(markdown);
        }
    }
}
