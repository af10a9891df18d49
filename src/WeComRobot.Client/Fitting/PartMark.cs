using System.Globalization;
using System.Text;

namespace WeComRobot.Fitting;

/// <summary>Where the mark of a part is.</summary>
public enum PartMarkPlace
{
    /// <summary>On a line above the part.</summary>
    Start,

    /// <summary>On a line below the part.</summary>
    End,
}

/// <summary>The mark that tells readers which part of a split message they see, such as <c>(1/3)</c>.</summary>
public sealed record PartMark
{
    /// <summary>The placeholder for the part's number, from 1.</summary>
    public const string NumberPlaceholder = "{0}";

    /// <summary>The placeholder for the number of parts.</summary>
    public const string CountPlaceholder = "{1}";

    /// <summary>The default format of a mark.</summary>
    public const string DefaultFormat = "(" + NumberPlaceholder + "/" + CountPlaceholder + ")";

    /// <summary>Creates a mark.</summary>
    /// <param name="format">The mark's text, with {0} for the part's number and {1} for the number of parts.</param>
    /// <param name="place">Where the mark is.</param>
    /// <exception cref="WeComException">InvalidMessage: the text has no {0}.</exception>
    public PartMark(string format = DefaultFormat, PartMarkPlace place = PartMarkPlace.Start)
    {
        Format = format.Contains(NumberPlaceholder)
            ? format
            : throw new WeComException(FailureCause.InvalidMessage, Strings.PartMarkWithoutNumber.With(format));
        Place = place;
    }

    /// <summary>The mark's text, with {0} for the part's number and {1} for the number of parts.</summary>
    public string Format { get; }

    /// <summary>Where the mark is.</summary>
    public PartMarkPlace Place { get; }

    /// <summary>The most UTF-8 bytes that the mark takes if neither number has more than <paramref name="digits"/> digits.</summary>
    internal int MaxBytes(int digits)
    {
        var widest = new string('9', digits);
        return Encoding.UTF8.GetByteCount(Fill(widest, widest));
    }

    internal string Render(int part, int count) =>
        Fill(part.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture));

    private string Fill(string part, string count) => Format.Replace(NumberPlaceholder, part).Replace(CountPlaceholder, count);
}
