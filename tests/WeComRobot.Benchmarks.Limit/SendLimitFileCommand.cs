using System.IO;
using System.Management.Automation;
using System.Net.Http;

namespace WeComRobot.Benchmarks.Limit;

/// <summary>Uploads a file, streamed from the disk.</summary>
[Cmdlet("Send", "LimitFile")]
public sealed class SendLimitFileCommand : LimitCommand
{
    /// <summary>The full path of the file.</summary>
    [Parameter(Mandatory = true)]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // The copy has a buffer of its own
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var content = new MultipartFormDataContent { { new StreamContent(file), "media", System.IO.Path.GetFileName(Path) } };
        Post(content);
    }
}
