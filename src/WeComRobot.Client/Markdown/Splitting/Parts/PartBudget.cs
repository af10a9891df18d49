using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Parts;

/// <summary>Counts how much of the text a part can take, besides what it repeats at its start and closes at its end.</summary>
internal sealed class PartBudget(string text)
{
    private int _headBytes;
    private int _countedTo;
    private int _countedBytes;
    private OpenBlock? _closed;

    /// <summary>The most bytes of the part.</summary>
    public int MaxBytes { get; private set; }

    /// <summary>What the part repeats at its start.</summary>
    public string Head { get; private set; } = "";

    /// <summary>The bytes of what the part closes at its end.</summary>
    public int ClosingBytes { get; private set; }

    /// <summary>What the part changes in its lines.</summary>
    public LineChanges Changes { get; } = new(text);

    /// <summary>Begins a part at an index.</summary>
    public void Begin(int start, int maxBytes)
    {
        MaxBytes = maxBytes;
        (_countedTo, _countedBytes, _closed, ClosingBytes) = (start, 0, null, 0);
        Changes.Clear();
        SetHead("");
    }

    /// <summary>Sets what the part repeats at its start.</summary>
    public void SetHead(string head)
    {
        Head = head;
        _headBytes = Utf8Size.Count(head);
    }

    /// <summary>The most bytes of the text that the part can take.</summary>
    /// <param name="closingBytes">The bytes of what it closes.</param>
    public int CountTextBytes(int closingBytes) => MaxBytes - _headBytes - closingBytes + Changes.SavedBytes;

    /// <summary>Whether the part can take the text up to an index and close what is open there.</summary>
    public bool Fits(int end, in BlockState after)
    {
        if (!ReferenceEquals(after.Block, _closed))
        {
            _closed = after.Block;
            ClosingBytes = Utf8Size.Count(PartFrame.GetClosing(after, MaxBytes));
        }

        // Most lines need not be counted
        var left = CountTextBytes(ClosingBytes) - _countedBytes;
        if ((end - _countedTo) * Utf8Size.MaxBytesPerChar <= left || end - _countedTo > left)
        {
            return end - _countedTo <= left;
        }

        _countedBytes += Utf8Size.Count(text, _countedTo, end);
        _countedTo = end;
        return _countedBytes <= CountTextBytes(ClosingBytes);
    }
}
