using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Content;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>How ConvertTo-WeComMarkdown lays objects out.</summary>
public enum MarkdownLayout
{
    /// <summary>A table, a row an object (markdown_v2 only).</summary>
    Table,

    /// <summary>A list, an entry an object.</summary>
    List,
}

/// <summary>
/// Turns any objects into Markdown for Send-WeComMarkdown -V2 (group-robot-api.md, markdown_v2类型). Writes a text for each
/// message's worth of 4096 bytes, each with the table's head, and holds no more than one of them.
/// </summary>
[Cmdlet(VerbsData.ConvertTo, "WeComMarkdown")]
[OutputType(typeof(string))]
public sealed class ConvertToWeComMarkdownCommand : PSCmdlet, IDisposable
{
    private PropertySelection? _selection;
    private MarkdownRows? _rows;

    /// <summary>The objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The properties to show, as Select-Object takes them: names, wildcards, script blocks and calculated properties. Where
    /// not given, the default display properties of the first object's type, else all its properties.
    /// </summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>A heading above it.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>Table, the default, or List.</summary>
    [Parameter]
    public MarkdownLayout As { get; set; }

    /// <summary>A sender beside this cmdlet may have its key on the line that errors quote.</summary>
    protected override void BeginProcessing() => InvocationScrubber.Scrub(MyInvocation);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        var input = InputObject.BaseObject is IDictionary entries ? Entries.AsProperties(entries) : InputObject;
        _selection ??= new PropertySelection(Property ?? DefaultProperties.Of(input));
        foreach (var row in _selection.Select(input).Where(r => r.Names.Count > 0))
        {
            _rows ??= CreateRows([.. row.Names]);
            Write(_rows.Add([.. row.Values.Select(DisplayValue.Of)]));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _selection?.End();
        Write(_rows?.Finish());
    }

    /// <summary>Also where the pipeline was stopped before its end.</summary>
    public void Dispose() => _selection?.Dispose();

    private MarkdownRows CreateRows(IReadOnlyList<string> columns) => As == MarkdownLayout.List
        ? new MarkdownList(Title, columns, MarkdownBody.MaxContentBytes)
        : new MarkdownTable(Title, columns, MarkdownBody.MaxContentBytes);

    private void Write(string? markdown)
    {
        if (markdown is not null)
        {
            WriteObject(markdown);
        }
    }
}
