using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Media;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>
/// Makes a row of a name and a value (service.md#card-fields); a card takes up to 6. A click on it opens
/// a URL, a file or a member's details, if one is given.
/// </summary>
[Cmdlet(VerbsCommon.New, "WeComCardField", DefaultParameterSetName = "Plain")]
[OutputType(typeof(CardField))]
public sealed class NewWeComCardFieldCommand : WeComCommand
{
    /// <summary>The name, at most 5 characters recommended (keyname).</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The value, at most 26 characters recommended. For a file, this is the name that members see, and defaults to that of -Media (value).</summary>
    [Parameter(Position = 1)]
    [TextTransformation]
    public string? Value { get; set; }

    /// <summary>The URL that a click opens (url; type 1).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Url")]
    [ValidateNotNullOrEmpty]
    [Sets(nameof(CardField.Type))]
    public string? Url { get; set; }

    /// <summary>The file that a click opens: the output of Publish-WeComMedia, or a media id (media_id; type 2).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Media")]
    [MediaTransformation]
    [Sets(nameof(CardField.MediaId))]
    public UploadedMedia? Media { get; set; }

    /// <summary>The user id of the member whose details a click shows (userid; type 3).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Member")]
    [ValidateNotNullOrEmpty]
    public string? UserId { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(
        Media is not null ? CardField.Attachment(Name, Media.MediaId, Value ?? Media.Name)
        : Url is not null ? CardField.Link(Name, Value, Url)
        : UserId is not null ? CardField.Member(Name, Value, UserId)
        : new CardField { Name = Name, Value = Value });
}
