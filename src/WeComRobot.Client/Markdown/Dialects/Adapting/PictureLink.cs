using System;
using System.Linq;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>A picture as a link to it.</summary>
internal static class PictureLink
{
    private const int MaxNameLength = 60;

    /// <summary>The link for a picture in Markdown.</summary>
    /// <param name="picture">The Markdown of the picture.</param>
    /// <param name="isWithinLink">Whether it is the text of a link, which can hold no other.</param>
    public static string FromMarkdown(string picture, bool isWithinLink)
    {
        var label = picture.LastIndexOf("](", StringComparison.Ordinal);
        if (label < 0)
        {
            return picture.Substring(2, picture.IndexOf(']') - 2);
        }

        var target = LinkTarget.Read(picture, label + 1, picture.Length);
        return Create(picture.Substring(2, label - 2), picture.Substring(target.Start, target.AddressEnd - target.Start), isWithinLink);
    }

    /// <summary>The link, or the words alone where no link may stand.</summary>
    /// <param name="text">The alternative text. Defaults to the file's name.</param>
    /// <param name="address">The picture's address.</param>
    /// <param name="isWithinLink">Whether it is the text of a link.</param>
    public static string Create(string text, string address, bool isWithinLink)
    {
        var words = text.Trim().Length > 0 ? text.Trim() : Name(address);
        return isWithinLink || address.Length == 0 ? words : $"[{words}]({WithoutBlanks(address)})";
    }

    /// <summary>The address with %20 for each blank.</summary>
    public static string WithoutBlanks(string address) => string.Concat(address.Select(c => char.IsWhiteSpace(c) ? "%20" : c.ToString()));

    private static string Name(string address)
    {
        var name = address.Split('?', '#')[0].TrimEnd('/').Split('/').Last();
        return name.Length is > 0 and <= MaxNameLength ? name : Strings.Picture;
    }
}
