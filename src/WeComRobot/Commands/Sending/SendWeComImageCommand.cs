using System;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends an image: JPG or PNG, at most 2 MiB (service.md#image). With -Overflow File, a larger one goes as a file.</summary>
[Cmdlet(VerbsCommunications.Send, "WeComImage", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[Makes(typeof(ImageMessage))]
[OutputType(typeof(Receipt))]
public sealed class SendWeComImageCommand : SendCommand
{
    /// <summary>The image files, one message each; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    [Sets(nameof(ImageMessage.Image))]
    public string[] Path { get; set; } = [];

    /// <summary>The image files, named exactly as they are: no wildcards. Takes file objects from the pipeline.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The bytes of one image file, such as a chart library makes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Bytes")]
    public byte[] Bytes { get; set; } = [];

    /// <summary>
    /// What happens to an image over 2 MiB. Error, the default: nothing is sent. File: it goes as a file, of up to 20 MiB.
    /// (service.md#file)
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(OverflowPolicy.Error), nameof(OverflowPolicy.File))]
    public OverflowPolicy Overflow { get; set; } = OverflowPolicy.Error;

    /// <summary>The file's name with -Overflow File. Defaults to the image's own name, or for -Bytes to date and time.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FileName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Bytes")
        {
            const string label = "-Bytes";
            this.ReportFailures(Bytes, () => Send(
                Bytes, label, () => ImageContent.FileIfTooLarge(Bytes, label, FileName), () => ImageContent.FromBytes(Bytes, label)));
        }

        InputPath.ForEachFile(this, Path, LiteralPath, path => Send(
            InputPath.EscapeWildcards(path), path, () => ImageContent.FileIfTooLarge(path, FileName), () => ImageContent.FromFile(path)));
    }

    private void Send(object target, string label, Func<MediaFile?> openFile, Func<ImageMessage> read)
    {
        using var file = Overflow == OverflowPolicy.File ? RunBlocking(openFile) : null;
        if (file is null)
        {
            Send(RunBlocking(read));
        }
        else
        {
            UploadAndSend(file, target, label);
        }
    }
}
