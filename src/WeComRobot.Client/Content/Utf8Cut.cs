using System.Text;

namespace WeComRobot.Content;

/// <summary>Cuts text to a number of UTF-8 bytes.</summary>
internal static class Utf8Cut
{
    /// <summary>The longest beginning of the text within the limit; never half a code point.</summary>
    public static string At(string text, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        var chars = 0;
        for (var bytes = 0; ;)
        {
            var step = char.IsSurrogatePair(text, chars) ? 2 : 1;
            bytes += Encoding.UTF8.GetByteCount(text.Substring(chars, step));
            if (bytes > maxBytes)
            {
                return text.Substring(0, chars);
            }

            chars += step;
        }
    }
}
