namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>A block that must be opened again at the start of the next part.</summary>
internal abstract class OpenBlock;

/// <summary>Fenced code.</summary>
/// <param name="opener">Its first line with its language, without the marks and the indentation of its containers.</param>
/// <param name="indent">The blanks before its mark.</param>
/// <param name="mark">Its mark alone, which also closes it.</param>
internal sealed class Fence(string opener, string indent, string mark) : OpenBlock
{
    /// <summary>Its first line with its language, without the marks and the indentation of its containers.</summary>
    public string Opener => opener;

    /// <summary>The blanks before its mark.</summary>
    public string Indent => indent;

    /// <summary>Its mark alone, which also closes it.</summary>
    public string Mark => mark;
}

/// <summary>A heading of several lines that is longer than a part, with a line of = or - below it.</summary>
/// <param name="underline">The line that makes each piece of it a heading.</param>
internal sealed class UnderlinedHeading(string underline) : OpenBlock
{
    /// <summary>The line that makes each piece of it a heading.</summary>
    public string Underline => underline;
}

/// <summary>A table.</summary>
/// <param name="header">Its first row.</param>
/// <param name="rule">Its alignment row.</param>
internal sealed class Table(string header, string rule) : OpenBlock
{
    /// <summary>Its first row.</summary>
    public string Header => header;

    /// <summary>Its alignment row.</summary>
    public string Rule => rule;
}
