using WeComRobot.Compat;

namespace WeComRobot.Text;

/// <summary>Sizes in UTF-8 bytes, the unit of the service's limits.</summary>
internal static class Utf8Size
{
    /// <summary>The most bytes that a char takes. A surrogate pair takes 4.</summary>
    public const int MaxBytesPerChar = 3;

    private const int SurrogatePairBytes = 4;

    /// <summary>The bytes of a text.</summary>
    public static int Count(string text) => Count(text, 0, text.Length);

    /// <summary>The bytes of a text from one index up to another.</summary>
    public static int Count(string text, int start, int end) => TextSpans.CountUtf8Bytes(text, start, end - start);

    /// <summary>The index up to which a text fits into a number of bytes, never inside a code point.</summary>
    public static int Fit(string text, int start, int end, int maxBytes)
    {
        var fits = start;
        for (var left = maxBytes; fits < end && left > 0;)
        {
            var next = System.Math.Min(end, fits + System.Math.Max(1, left / MaxBytesPerChar));
            if (next < end && char.IsSurrogatePair(text, next - 1))
            {
                // The pair stays whole: one char less, or the pair alone
                next = next - 1 > fits || left < SurrogatePairBytes ? next - 1 : next + 1;
            }

            var bytes = Count(text, fits, next);
            if (next == fits || bytes > left)
            {
                break;
            }

            left -= bytes;
            fits = next;
        }

        return fits;
    }
}
