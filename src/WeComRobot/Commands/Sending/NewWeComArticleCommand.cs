using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Makes a news article for Send-WeComNews (service.md#news). Sends nothing.</summary>
[Cmdlet(VerbsCommon.New, "WeComArticle")]
[OutputType(typeof(Article))]
public sealed class NewWeComArticleCommand : WeComCommand
{
    /// <summary>The title; the service shows at most 128 bytes of UTF-8 (title).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string Title { get; set; } = "";

    /// <summary>The URL that a click opens (url).</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Url { get; set; } = "";

    /// <summary>The text below the title; the service shows at most 512 bytes of UTF-8 (description).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Description { get; set; }

    /// <summary>The picture's URL, JPG or PNG; good sizes are 1068×455 and 150×150 (picurl).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PictureUrl { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject(new Article { Title = Title, Url = Url, Description = Description, PictureUrl = PictureUrl });
}
