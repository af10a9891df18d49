using System;
using System.Management.Automation;
using System.Net.Http;

namespace WeComRobot.Benchmarks.Limit;

/// <summary>
/// The least that a cmdlet can do to post something and learn whether the service took it. What these cmdlets take is the limit
/// against which the module's are measured, so nothing is added to them that a correct post could do without.
/// </summary>
public abstract class LimitCommand : PSCmdlet
{
    private static readonly HttpClient Http = new();

    /// <summary>The address to post to.</summary>
    [Parameter(Mandatory = true)]
    public Uri Uri { get; set; } = null!;

    /// <summary>Posts it, and writes an error unless the answer is a success.</summary>
    protected void Post(HttpContent content)
    {
        using var response = Http.PostAsync(Uri, content).GetAwaiter().GetResult();
        var answer = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        if (!answer.Contains("\"errcode\":0", StringComparison.Ordinal))
        {
            WriteError(new ErrorRecord(new HttpRequestException(answer), "Refused", ErrorCategory.InvalidResult, Uri));
        }
    }
}
