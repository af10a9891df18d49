using System;
using System.Linq;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>Replaces a picture by a link to it.</summary>
internal static class PictureLink
{
    private const int MaxNameLength = 60;

    /// <summary>Creates the link for a picture in Markdown.</summary>
    /// <param name="picture">The Markdown of the picture.</param>
    /// <param name="isWithinLink">Whether it is the text of a link, which cannot contain another link.</param>
    public static string FromMarkdown(string picture, bool isWithinLink)
    {
        var labelEnd = picture.LastIndexOf("](", StringComparison.Ordinal);
        if (labelEnd < 0)
        {
            return picture.Substring(2, picture.IndexOf(']') - 2);
        }

        var target = LinkTarget.Read(picture, labelEnd + 1, picture.Length);
        return Create(picture.Substring(2, labelEnd - 2), picture.Substring(target.Start, target.AddressEnd - target.Start), isWithinLink);
    }

    /// <summary>Creates the link, or its text alone if there can be no link.</summary>
    /// <param name="text">The alternative text; if it is blank, the file's name is used.</param>
    /// <param name="address">The picture's address.</param>
    /// <param name="isWithinLink">Whether it is the text of a link.</param>
    public static string Create(string text, string address, bool isWithinLink)
    {
        var label = text.Trim().Length > 0 ? text.Trim() : GetFileName(address);
        return isWithinLink || address.Length == 0 ? label : $"[{label}]({EscapeSpaces(address)})";
    }

    /// <summary>The address with %20 in place of each space.</summary>
    public static string EscapeSpaces(string address) => string.Concat(address.Select(c => char.IsWhiteSpace(c) ? "%20" : c.ToString()));

    private static string GetFileName(string address)
    {
        var name = address.Split('?', '#')[0].TrimEnd('/').Split('/').Last();
        return name.Length is > 0 and <= MaxNameLength ? name : Strings.Picture;
    }
}
