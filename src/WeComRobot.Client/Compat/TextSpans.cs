using System;
using System.Text;

namespace WeComRobot.Compat;

/// <summary>Operations on a range of a text, for which .NET has spans and net472 has not.</summary>
internal static class TextSpans
{
    /// <summary>Counts the UTF-8 bytes of a range of a text.</summary>
    public static unsafe int CountUtf8Bytes(string text, int start, int length)
    {
#if NETFRAMEWORK
        fixed (char* first = text)
        {
            return Encoding.UTF8.GetByteCount(first + start, length);
        }
#else
        return Encoding.UTF8.GetByteCount(text.AsSpan(start, length));
#endif
    }

    /// <summary>The first surrogate at or after an index; -1 if there is none.</summary>
    public static int IndexOfSurrogate(string text, int start)
    {
#if NETFRAMEWORK
        while (start < text.Length && !char.IsSurrogate(text[start]))
        {
            start++;
        }

        return start < text.Length ? start : -1;
#else
        var found = start < text.Length ? text.AsSpan(start).IndexOfAnyInRange('\uD800', '\uDFFF') : -1;
        return found < 0 ? -1 : start + found;
#endif
    }
}
