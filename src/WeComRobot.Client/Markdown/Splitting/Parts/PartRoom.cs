using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Parts;

/// <summary>How much of the text a part can take besides what it repeats at its start and closes at its end.</summary>
internal sealed class PartRoom(string text)
{
    private int _headBytes;
    private int _counted;
    private int _countedBytes;

    /// <summary>The bytes of the part.</summary>
    public int Bytes { get; private set; }

    /// <summary>What it repeats.</summary>
    public string Head { get; private set; } = "";

    /// <summary>The bytes of what it closes.</summary>
    public int ClosingBytes { get; set; }

    /// <summary>Begins a part.</summary>
    public void Begin(int start, int bytes)
    {
        Bytes = bytes;
        (_counted, _countedBytes, ClosingBytes) = (start, 0, 0);
        Repeat("");
    }

    public void Repeat(string head)
    {
        Head = head;
        _headBytes = Utf8Size.Count(head);
    }

    /// <summary>How many bytes of the text it can take, with those that changes in it save.</summary>
    public int Budget(LineChanges changes) => Bytes - _headBytes - ClosingBytes + changes.SavedBytes;

    /// <summary>Whether it can take the text up to an index.</summary>
    public bool Fits(int end, LineChanges changes)
    {
        var left = Budget(changes) - _countedBytes;
        if ((end - _counted) * Utf8Size.MaxBytesPerChar <= left || end - _counted > left)
        {
            return end - _counted <= left;
        }

        _countedBytes += Utf8Size.Count(text, _counted, end);
        _counted = end;
        return _countedBytes <= Budget(changes);
    }
}
