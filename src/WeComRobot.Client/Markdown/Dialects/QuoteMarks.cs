using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Finds quotes within quotes. A text that begins with several marks is none: it is a prompt, such as &gt;&gt;&gt; in Python.</summary>
internal sealed class QuoteMarks(string text)
{
    private bool _isNested;

    /// <summary>Finds the marks of a line that are within another quote.</summary>
    /// <param name="line">The line.</param>
    /// <param name="quotes">How many quotes are open after it.</param>
    public Construct? Read(in MarkdownLine line, int quotes)
    {
        var outer = line.Before.Containers.Quotes;
        _isNested = quotes > 1 && (_isNested || (outer > 0 && outer < quotes));
        var first = _isNested ? text.IndexOf('>', line.Start, line.ContentStart - line.Start) : -1;
        var last = first < 0 ? -1 : text.LastIndexOf('>', line.ContentStart - 1, line.ContentStart - first - 1);
        return last > first ? new(ConstructKind.NestedQuote, first + 1, last + 1) : null;
    }
}
