using System.Management.Automation;
using WeComRobot.Content;
using WeComRobot.Delivery;

namespace WeComRobot.Commands;

/// <summary>Sends an image: JPG or PNG, at most 2 MiB (group-robot-api.md, 图片类型).</summary>
[Cmdlet(VerbsCommunications.Send, "WeComImage", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(Receipt))]
public sealed class SendWeComImageCommand : SendCommand
{
    /// <summary>The image files, one message each; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The image files, named exactly as they are: no wildcards. Takes file objects from the pipeline.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The bytes of one image file, as a chart library gives them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Bytes")]
    public byte[] Bytes { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Bytes")
        {
            this.Attempt(Bytes, () => Send(ImageContent.FromBytes(Bytes, "-Bytes")));
        }

        AttemptFiles(Path, LiteralPath, file => Send(InBackground(() => ImageContent.FromFile(file))));
    }
}
