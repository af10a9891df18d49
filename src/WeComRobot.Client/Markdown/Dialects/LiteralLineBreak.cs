using System;
using System.Linq;

namespace WeComRobot.Markdown.Dialects;

/// <summary>
/// Finds <c>\n</c> that was meant as a line break but came as two characters. In paths (<c>C:\new</c>), accounts (<c>CORP\nina</c>) and
/// quotes it was meant literally.
/// </summary>
internal static class LiteralLineBreak
{
    private const string LineBreak = "\\n";
    private const string Vowels = "aeiouy";
    private const int MaxAccountLength = 64;
    private const int DriveLength = 2;

    // Names of programs and files in which a consonant follows the n
    private static readonly string[] Names =
        ["nginx", "npm", "nvm", "ntp", "nfs", "nmap", "nvidia", "nssm", "nlog", "ntds", "ntdll", "ntuser", "ngrok", "ntfs", "nsx"];

    /// <summary>The index of the first such <c>\n</c>; -1 if there is none. A text with real line breaks has none.</summary>
    public static int Find(string text)
    {
        if (text.IndexOf(LineBreak, StringComparison.Ordinal) < 0 || text.IndexOf('\n') >= 0 || IsJson(text))
        {
            return -1;
        }

        var (start, end, candidate) = (0, 0, -1);
        var (isPath, isCode, isString, scanned) = (false, false, false, 0);
        for (var i = text.IndexOf(LineBreak, StringComparison.Ordinal); i >= 0; i = text.IndexOf(LineBreak, i + LineBreak.Length, StringComparison.Ordinal))
        {
            if (i >= end)
            {
                (start, end) = FindWord(text, i);
                isPath = IsPath(text, start, end);
            }

            for (; scanned < i; scanned++)
            {
                isCode ^= text[scanned] == '`';
                isString ^= text[scanned] == '"';
            }

            if (isPath || isCode || isString || IsQuoted(text, i))
            {
                continue;
            }

            if (IsEvident(text, start, i))
            {
                return i;
            }

            if (!IsAccount(text, start, i))
            {
                // One may begin a name, but a second one in another word is no coincidence
                if (candidate >= 0 && candidate < start)
                {
                    return candidate;
                }

                candidate = i;
            }
        }

        return -1;
    }

    /// <summary>Whether what is around it rules out a name.</summary>
    private static bool IsEvident(string text, int start, int at)
    {
        var next = at + LineBreak.Length < text.Length ? text[at + LineBreak.Length] : '\n';
        var isWordBefore = at > start && text[at - 1] < '\x7F' && char.IsLetterOrDigit(text[at - 1]);
        return next is >= 'a' and <= 'z'
            ? (at > start && !isWordBefore) || (!IsAccount(text, start, at) && !IsName(text, at + 1))
            : !char.IsWhiteSpace(next) || at > start;
    }

    /// <summary>Whether the letters from the n on, at least three, may be a name: a known one, or one with a vowel after the n.</summary>
    private static bool IsName(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= 'a' and <= 'z')
        {
            end++;
        }

        return end - start > 2 && (Vowels.IndexOf(text[start + 1]) >= 0 || Names.Contains(text.Substring(start, end - start)));
    }

    /// <summary>Whether a domain is before it, as in DOMAIN\name.</summary>
    private static bool IsAccount(string text, int start, int at) =>
        at - start is > 1 and <= MaxAccountLength && Enumerable.Range(start, at - start).All(i => text[i] is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_');

    /// <summary>Whether the word has a drive, a share, or a backslash that is not part of \n, \r or \t.</summary>
    private static bool IsPath(string text, int start, int end)
    {
        for (var i = text.IndexOf('\\', start, end - start); i >= 0; i = i + 2 < end ? text.IndexOf('\\', i + 2, end - i - 2) : -1)
        {
            if (IsDrive(text, start, i) || i + 1 == end || text[i + 1] is not ('n' or 'r' or 't'))
            {
                return true;
            }
        }

        return text[start] is '.' or '%' or '$' or '~';
    }

    /// <summary>Whether a drive such as C: or HKLM: is before the backslash.</summary>
    private static bool IsDrive(string text, int start, int at)
    {
        var name = at - 1;
        while (name > start && text[name - 1] < '\x7F' && char.IsLetterOrDigit(text[name - 1]))
        {
            name--;
        }

        return at > start && text[at - 1] == ':' && (at - name == DriveLength || (name < at - 1 && text[name] == 'H' && text[name + 1] == 'K'));
    }

    /// <summary>Whether it is in quotes or a word of its own, because the text is about it.</summary>
    private static bool IsQuoted(string text, int at)
    {
        at = at > 1 && text[at - 2] == '\\' && text[at - 1] == 'r' ? at - LineBreak.Length : at;
        var before = at > 0 ? text[at - 1] : ' ';
        var end = text.IndexOf('n', at) + 1;
        var after = end < text.Length ? text[end] : ' ';
        return (before is '\'' or '/' or '[' or '(' && !char.IsLetterOrDigit(after)) || (char.IsWhiteSpace(before) && (char.IsWhiteSpace(after) || after is ',' or '.'));
    }

    private static bool IsJson(string text) =>
        text.Trim() is { Length: > 1 } json && ((json[0] == '{' && json[json.Length - 1] == '}') || (json[0] == '[' && json[json.Length - 1] == ']'));

    private static (int Start, int End) FindWord(string text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return (start, end);
    }
}
