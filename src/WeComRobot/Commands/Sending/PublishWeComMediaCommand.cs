using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Media;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>
/// Uploads files for Send-WeComFile, Send-WeComVoice and card attachments (service.md#uploads). The media id
/// lives three days and serves only this robot.
/// </summary>
[Cmdlet(VerbsData.Publish, "WeComMedia", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(UploadedMedia))]
public sealed class PublishWeComMediaCommand : ServiceCommand
{
    /// <summary>The files to upload; wildcards are expanded. A file has more than 5 bytes and at most 20 MiB, a voice at most 2 MiB.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files to upload, named exactly as they are: no wildcards. Takes file objects from the pipeline.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>File or Voice. Defaults to Voice for a file that begins as AMR does, else to File.</summary>
    [Parameter]
    public MediaType? Type { get; set; }

    /// <summary>The name that members see. Quotes, backslashes and control characters become '_'. Defaults to the file's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Uploads even what the robot still has. Without it, the same content under the same name keeps its media id for as long as that lives.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// One or several robots, each of which gets an upload of its own: names from Register-WeComRobot, webhook URLs or keys (also as
    /// a SecureString), or the output of Get-WeComRobot. Defaults to the default robot, else to the one in the environment
    /// variable WECOM_ROBOT. (service.md#the-webhook)
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RobotCompleter))]
    [RobotTransformation]
    public RobotArgument[]? Robot { get; set; }

    /// <summary>Allows a webhook with plain http to another machine: everybody on the way can then read its key. A registered robot has its own setting.</summary>
    [Parameter]
    public SwitchParameter AllowHttp { get; set; }

    private protected override IEnumerable<string?> Secrets => RobotArgument.SecretsIn(Robot);

    /// <inheritdoc/>
    protected override void ProcessRecord() => InputPath.ForEachFile(this, Path, LiteralPath, UploadFile);

    private protected override DeliveryOptions Customize(DeliveryOptions options) => options with { FreshUpload = Force };

    private void UploadFile(string path)
    {
        using var file = RunBlocking(() => MediaFile.Open(path, Type ?? MediaFile.DetectType(path), Name));
        new RobotResolver(this, AllowHttp).ForEach(Robot, robot => Upload(robot, file, path), InputPath.EscapeWildcards(path));
    }

    private void Upload(RobotTarget robot, MediaFile file, string path)
    {
        if (ShouldProcess(robot.Pool.ToString(), CommandStrings.UploadAction.With(file.Type, path)))
        {
            WriteObject(RunBlocking(robot, (options, stop) => RobotClient.Shared.UploadAsync(robot.Pool, file, options, stop)));
        }
    }
}
