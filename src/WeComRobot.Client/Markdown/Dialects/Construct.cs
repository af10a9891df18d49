namespace WeComRobot.Markdown.Dialects;

/// <summary>The Markdown constructs that only some dialects render.</summary>
internal enum ConstructKind
{
    /// <summary>The marker of a list item; the detail is a task's box, or empty.</summary>
    ListItem,

    /// <summary>A table's header and the alignment row below it.</summary>
    TableHead,

    TableRow,

    /// <summary>The line that opens or closes fenced code; the detail is empty for the one that opens it.</summary>
    FenceMark,

    CodeLine,

    /// <summary>A picture; the detail is empty unless it is within a link.</summary>
    Picture,

    /// <summary>A tag that begins a colour; the detail is the colour.</summary>
    Font,

    FontEnd,

    /// <summary>Any other tag or entity, or a comment; the detail is its name.</summary>
    Html,

    /// <summary>A mention; the detail is the user id.</summary>
    Mention,

    /// <summary>The address of a link, with a space in it.</summary>
    LinkWithSpace,

    /// <summary>A link whose address follows its text.</summary>
    Link,

    /// <summary>Words between marks of emphasis; the detail is the marks, such as ** and ~~.</summary>
    Emphasis,

    /// <summary>A line of three dashes, asterisks or underscores.</summary>
    Rule,

    /// <summary>The # of a heading that lacks the space after it.</summary>
    HeadingMark,

    /// <summary>The marks of a quote within another, but for the first.</summary>
    NestedQuote,

    /// <summary>Code within a paragraph, over several lines.</summary>
    CodeOverLines,

    /// <summary>A tag that begins a colour that does not end.</summary>
    UnclosedFont,

    /// <summary>The label of a link, whose address is elsewhere; the detail is the address.</summary>
    Reference,

    /// <summary>Where a table lacks its alignment row; the detail is the row.</summary>
    MissingTableRule,
}

/// <summary>A construct in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first index.</param>
/// <param name="End">The index after it.</param>
/// <param name="Detail">More about it, depending on its kind.</param>
internal readonly record struct Construct(ConstructKind Kind, int Start, int End, string Detail = "")
{
    /// <summary>Cuts the construct out of its text.</summary>
    public string GetText(string text) => text.Substring(Start, End - Start);
}
