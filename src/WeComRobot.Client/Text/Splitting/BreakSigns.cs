namespace WeComRobot.Text.Splitting;

/// <summary>The signs that tell where running text may be broken, in Chinese and in Latin script.</summary>
internal static class BreakSigns
{
    /// <summary>Whether a character is white space within a line.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\u3000';

    /// <summary>Whether the sign at an index cannot begin a line; that of an image can.</summary>
    public static bool IsClosing(string text, int index) =>
        IsClosing(text[index]) && !(text[index] == '!' && index + 1 < text.Length && text[index + 1] == '[');

    /// <summary>Whether a sign cannot begin a line.</summary>
    public static bool IsClosing(char c) => c switch
    {
        < '\x80' => c is ',' or '.' or ';' or ':' or '?' or '!' or ')' or ']' or '}' or '>' or '%' or '"' or '\'',
        _ => c is '，' or '。' or '、' or '；' or '：' or '？' or '！' or '）' or '】' or '》' or '〉' or '」' or '』' or '”' or '’' or '…' or '—' or '·' or '％',
    };

    /// <summary>Whether a sign cannot end a line.</summary>
    public static bool IsOpening(char c) =>
        c is '（' or '【' or '《' or '〈' or '「' or '『' or '“' or '‘' or '(' or '[' or '{' or '<';

    /// <summary>Whether a sign ends a sentence, whatever follows.</summary>
    public static bool IsWideSentenceEnd(char c) => c is '。' or '！' or '？' or '…';

    /// <summary>Whether a sign ends a sentence when a blank follows: a full stop is also in numbers, names and addresses.</summary>
    public static bool IsLatinSentenceEnd(char c) => c is '!' or '?' or '.';

    /// <summary>Whether a character is Chinese or Japanese, which are written without blanks.</summary>
    public static bool IsWide(char c) =>
        c is >= '\u2E80' and <= '\u9FFF' and not '\u3000' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
