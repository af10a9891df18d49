using System.IO.Pipelines;
using System.Management.Automation;
using System.Text;
using StackExchange.Redis;

namespace WeComRobot.OtherModule;

/// <summary>Uses the libraries that came with this module, and says which they are.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OtherRedis")]
public sealed class TestOtherRedisCommand : PSCmdlet
{
    /// <summary>The server: host:port.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Server { get; set; } = "";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        using var connection = ConnectionMultiplexer.Connect(Server);
        connection.GetDatabase().StringSet("other", "through Redis");
        var pipe = new Pipe();
        Encoding.ASCII.GetBytes("through a pipe", pipe.Writer);
        pipe.Writer.FlushAsync().AsTask().Wait();
        pipe.Reader.TryRead(out var piped);

        var answer = new PSObject();
        answer.Properties.Add(new PSNoteProperty("Redis", typeof(ConnectionMultiplexer).Assembly.GetName().Version));
        answer.Properties.Add(new PSNoteProperty("Pipelines", typeof(Pipe).Assembly.GetName().Version));
        answer.Properties.Add(new PSNoteProperty("Stored", (string?)connection.GetDatabase().StringGet("other")));
        answer.Properties.Add(new PSNoteProperty("Piped", Encoding.ASCII.GetString(piped.Buffer.FirstSpan)));
        WriteObject(answer);
    }
}
