using System;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>The parameters of Send-WeComFile and Send-WeComVoice, which upload and send, or send what was uploaded.</summary>
public abstract class SendMediaCommand : SendCommand
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";
    private protected const string MediaSet = "Media";

    /// <summary>The files to upload and send, one message each; wildcards are expanded. (service.md#uploads)</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files to upload and send, named exactly as they are: no wildcards. Takes file objects from the pipeline.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The output of Publish-WeComMedia, or a media id. An id lives three days and serves only the robot that uploaded the file.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = MediaSet)]
    [MediaTransformation]
    [Sets(nameof(FileMessage.File), nameof(VoiceMessage.Voice), nameof(MediaBody.MediaId))]
    public UploadedMedia? Media { get; set; }

    /// <summary>The name that members see. Quotes, backslashes and control characters become '_'. Defaults to the file's own.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    private protected abstract MediaType Type { get; }

    /// <summary>Creates the message for an uploaded file.</summary>
    private protected abstract Message CreateMessage(string mediaId);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Media is { } media)
        {
            ForEachRobot(media, robot => SendUploaded(robot, media));
        }

        InputPath.ForEachFile(this, Path, LiteralPath, UploadAndSend);
    }

    private void SendUploaded(RobotTarget robot, UploadedMedia media)
    {
        var uploader = robot.NarrowToUploader(media);
        var message = CreateMessage(media.IdFor(uploader.Pool.ToString(), Type, DateTimeOffset.UtcNow));
        var outgoing = Outgoing.For(message);
        this.ReportFailures(message, () => Send(uploader, outgoing, CommandStrings.SendAction.With(message.MessageType)));
    }

    private void UploadAndSend(string path)
    {
        using var file = RunBlocking(() => MediaFile.Open(path, Type, Name));
        UploadAndSend(file, InputPath.EscapeWildcards(path), path);
    }
}
