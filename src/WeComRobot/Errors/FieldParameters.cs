using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace WeComRobot.Errors;

/// <summary>Which parameter sets a field of the JSON: users of cmdlets do not write the JSON that an error's path is about.</summary>
internal static class FieldParameters
{
    private static readonly Regex Path = new(
        @"\A(template_card\.)?(?<part>\w+)(\[\d+\])?(\.(?<leaf>\w+)(\[\d+\])?)?(\.(?<inner>\w+))?\z", RegexOptions.CultureInvariant);

    // The cmdlet that makes the part, and the parameter that takes it
    private static readonly Dictionary<string, (string Maker, string Taker)> Parts = new()
    {
        ["main_title"] = ("New-WeComCard", "New-WeComCard -Title"),
        ["sub_title_text"] = ("New-WeComCard", "New-WeComCard -SubTitle"),
        ["source"] = ("New-WeComCardSource", "New-WeComCard -Source"),
        ["emphasis_content"] = ("New-WeComCardEmphasis", "New-WeComCard -Emphasis"),
        ["quote_area"] = ("New-WeComCardQuote", "New-WeComCard -Quote"),
        ["horizontal_content_list"] = ("New-WeComCardField", "New-WeComCard -Field"),
        ["jump_list"] = ("New-WeComCardLink", "New-WeComCard -Link"),
        ["vertical_content_list"] = ("New-WeComCardSection", "New-WeComCard -Section"),
        ["card_image"] = ("New-WeComCardImage", "New-WeComCard -Image"),
        ["image_text_area"] = ("New-WeComCardImageText", "New-WeComCard -ImageText"),
        ["card_action"] = ("New-WeComCardAction", "New-WeComCard -Action"),
        ["card_type"] = ("New-WeComCard", "New-WeComCard -Image"),
        ["template_card"] = ("Send-WeComCard", "Send-WeComCard -Card"),
        ["text"] = ("Send-WeComText", "Send-WeComText -Content"),
        ["markdown"] = ("Send-WeComMarkdown", "Send-WeComMarkdown -Content"),
        ["markdown_v2"] = ("Send-WeComMarkdown", "Send-WeComMarkdown -Content"),
        ["image"] = ("Send-WeComImage", "Send-WeComImage -Path"),
        ["file"] = ("Send-WeComFile", "Send-WeComFile -Media"),
        ["voice"] = ("Send-WeComVoice", "Send-WeComVoice -Media"),
        ["news"] = ("New-WeComArticle", "Send-WeComNews -Article"),
    };

    private static readonly Dictionary<string, string> Leaves = new()
    {
        // The type number follows from what is given
        ["type"] = "-Url",
        ["title"] = "-Title",
        ["desc"] = "-Description",
        ["description"] = "-Description",
        ["url"] = "-Url",
        ["appid"] = "-AppId",
        ["pagepath"] = "-PagePath",
        ["keyname"] = "-Name",
        ["value"] = "-Value",
        ["userid"] = "-UserId",
        ["media_id"] = "-Media",
        ["quote_text"] = "-Text",
        ["icon_url"] = "-IconUrl",
        ["desc_color"] = "-Color",
        ["image_url"] = "-ImageUrl",
        ["aspect_ratio"] = "-AspectRatio",
        ["picurl"] = "-PictureUrl",
        ["content"] = "-Content",
        ["mentioned_list"] = "-Mention",
        ["mentioned_mobile_list"] = "-MentionMobile",
    };

    /// <summary>As "New-WeComCardField -Name"; null for a field that no parameter sets.</summary>
    public static string? Find(string field)
    {
        var match = Path.Match(field);
        var leaf = match.Groups["inner"].Success ? match.Groups["inner"].Value : match.Groups["leaf"].Value;
        var isPart = Parts.TryGetValue(match.Groups["part"].Value, out var part);
        return isPart && leaf is "" or "articles" ? part.Taker
            : !Leaves.TryGetValue(leaf, out var parameter) ? null
            : isPart ? $"{part.Maker} {parameter}"
            : parameter;
    }
}
