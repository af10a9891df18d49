namespace WeComRobot.Markdown.Dialects;

/// <summary>The parts of Markdown that only some dialects render.</summary>
internal enum ConstructKind
{
    ListItem,

    /// <summary>A table's header and the alignment row below it.</summary>
    TableHead,

    TableRow,

    /// <summary>The line that opens or closes fenced code.</summary>
    FenceMark,

    CodeLine,

    Picture,

    /// <summary>A tag that begins a colour; the detail is the colour.</summary>
    Font,

    FontEnd,

    /// <summary>Any other tag, with its name as detail, or a comment.</summary>
    Html,

    Mention,

    LinkWithBlank,
}

/// <summary>One such part of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first index.</param>
/// <param name="End">The index after it.</param>
/// <param name="Detail">More about it, as its kind has it: the colour, the name of the tag, the user id.</param>
internal readonly record struct Construct(ConstructKind Kind, int Start, int End, string Detail = "");
