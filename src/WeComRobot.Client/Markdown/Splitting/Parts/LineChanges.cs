using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Markdown.Splitting.Parts;

/// <summary>
/// What a part puts in place of stretches of the text, in their order: nothing for the indentation of list items that earlier
/// parts opened, which alone would make code; and what ends the rest of such an item, a blank line or its fence's mark, for
/// alone it would go on.
/// </summary>
internal sealed class LineChanges
{
    private readonly List<(int Start, int End, string With)> _changes = [];
    private readonly StringBuilder _built = new();
    private int _partStart;

    /// <summary>How many bytes they save.</summary>
    public int SavedBytes { get; private set; }

    /// <summary>Begins a part.</summary>
    public void Begin(int partStart)
    {
        _partStart = partStart;
        _changes.Clear();
        SavedBytes = 0;
    }

    public void LeaveOut(int start, int end) => Add(start, end, "");

    /// <summary>Puts a line before another, unless the part begins with that.</summary>
    public void Insert(int start, string line)
    {
        if (start > _partStart)
        {
            Add(start, start, line);
        }
    }

    /// <summary>A part: a stretch of the text as it is there, between what the part repeats and what it closes.</summary>
    public string Apply(string head, string text, int start, int end, string closing)
    {
        if (head.Length + closing.Length + _changes.Count == 0)
        {
            return text.Substring(start, end - start);
        }

        _built.Clear().Append(head);
        foreach (var change in _changes)
        {
            if (change.End <= end)
            {
                _built.Append(text, start, change.Start - start).Append(change.With);
                start = change.End;
            }
        }

        return _built.Append(text, start, end - start).Append(closing).ToString();
    }

    private void Add(int start, int end, string with)
    {
        _changes.Insert(_changes.FindLastIndex(change => change.Start < start) + 1, (start, end, with));
        SavedBytes += end - start - with.Length;
    }
}
