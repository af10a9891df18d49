using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Spans;

/// <summary>Tells whether ranges of a text fit into a number of bytes. While their starts move forward, it counts no byte twice.</summary>
internal sealed class SlidingFit(string text, int start, int maxBytes)
{
    // All from the start up to here fits
    private int _end = start;
    private int _bytes;
    private int _start = start;

    /// <summary>Whether the text between two indices fits.</summary>
    public bool Fits(int start, int end)
    {
        if (end - start > maxBytes || (end - start) * Utf8Size.MaxBytesPerChar <= maxBytes)
        {
            return end - start <= maxBytes;
        }

        (_bytes, _end) = start < _end ? (_bytes - Utf8Size.Count(text, _start, start), _end) : (0, start);
        _start = start;
        if (end > _end)
        {
            var further = Utf8Size.Fit(text, _end, end, maxBytes - _bytes);
            _bytes += Utf8Size.Count(text, _end, further);
            _end = further;
        }

        return end <= _end;
    }
}
