using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace WeComRobot.Markdown.Dialects;

/// <summary>
/// Finds whole words between marks of emphasis in a line. CommonMark sees emphasis in more places, but there the marks may be meant as they
/// are: in *.log, snake_case, 2*3*4 and masked names.
/// </summary>
internal sealed class EmphasisReader(string text)
{
    private const string Marks = "*_~";
    private const int MaxAsterisks = 3;
    private const int MaxUnderscores = 2;
    private const int Tildes = 2;
    private const int MinConstantLength = 3;
    private const char LastAscii = '\x7F';

    // What may be beside marks that are around a word, or within them; marks that can be a part of a path, a pattern or code are not
    private const string BeforeWord = "(,;|!?";
    private const string AfterWord = "),;|!?";
    private const string WordEnds = "!?%:)`";

    // Names in Python and C that have two underscores around them
    private static readonly HashSet<string> Names = new(
        ("all author call class code dict dirname doc enter eq exit file filename func future hash init iter len line main module name new "
        + "next package path pycache repr str typename version").Split(' '), StringComparer.OrdinalIgnoreCase);

    // For each mark, the run that may open emphasis; its length is 0 if there is none
    private readonly (int Start, int Length)[] _open = new (int, int)[Marks.Length];

    private int _start;

    /// <summary>Begins a paragraph.</summary>
    public void Begin(int start)
    {
        _start = start;
        Array.Clear(_open, 0, _open.Length);
    }

    /// <summary>Reads the run of marks at an index; returns the construct if the run closes one.</summary>
    /// <param name="at">Where the run begins.</param>
    /// <param name="stop">The index after the run.</param>
    /// <param name="end">Where the paragraph ends.</param>
    public Construct? Read(int at, int stop, int end)
    {
        var mark = text[at];
        var length = stop - at;
        ref var open = ref _open[Marks.IndexOf(mark)];
        if (mark == '~' ? length != Tildes : length > (mark == '*' ? MaxAsterisks : MaxUnderscores))
        {
            return null;
        }

        var (before, after) = (at > _start ? text[at - 1] : '\n', stop < end ? text[stop] : '\n');
        if (open.Length == length && IsWordEnd(before) && IsAfterWord(after, stop + 1 < end ? text[stop + 1] : '\n'))
        {
            var start = open.Start;
            open = default;
            var isInLine = text.IndexOf('\n', start, at - start) < 0;
            return isInLine && !IsName(start + length, at, length) ? new(ConstructKind.Emphasis, start, stop, new string(mark, length)) : null;
        }

        open = IsBeforeWord(before) && IsWordStart(after) ? (at, length) : open;
        return null;
    }

    private static bool IsBeforeWord(char c) => char.IsWhiteSpace(c) || BeforeWord.IndexOf(c) >= 0 || IsMark(c) || IsForeignSign(c);

    private static bool IsAfterWord(char c, char next) =>
        char.IsWhiteSpace(c) || AfterWord.IndexOf(c) >= 0 || IsMark(c) || IsForeignSign(c) || (c is '.' or ':' && char.IsWhiteSpace(next));

    private static bool IsWordStart(char c) => char.IsLetterOrDigit(c) || c == '`' || IsMark(c) || char.IsSurrogate(c)
        || (c > LastAscii && char.GetUnicodeCategory(c) is (UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation));

    private static bool IsWordEnd(char c) => char.IsLetterOrDigit(c) || WordEnds.IndexOf(c) >= 0 || IsMark(c) || (c > LastAscii && !char.IsWhiteSpace(c));

    private static bool IsMark(char c) => Marks.IndexOf(c) >= 0;

    private static bool IsForeignSign(char c) => c > LastAscii && !char.IsLetterOrDigit(c);

    /// <summary>Whether the underscores are part of a name, such as __init__ and __FILE__.</summary>
    private bool IsName(int start, int end, int length) =>
        length == MaxUnderscores && text[start - 1] == '_' && text.Substring(start, end - start) is var word
        && (Names.Contains(word) || (word.Length >= MinConstantLength && word.All(c => c is (>= 'A' and <= 'Z') or '_')));
}
