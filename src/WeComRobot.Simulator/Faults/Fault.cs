using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator;

/// <summary>
/// What happens to one request to <c>send</c> or <c>upload_media</c>. Each request takes the next fault. <c>POST /simulator/faults</c> takes
/// them as a JSON array of objects with any of these fields:
/// <code>
/// { "status": 503, "headers": { "Retry-After": "2" }, "body": "&lt;html&gt;…",   // a response that is not the service's
///   "errcode": 45009, "errmsg": "…",       // the service's JSON; errmsg defaults to the documented long text
///   "cut": "before" | "after",             // no response: the connection breaks before or after the body is read
///   "delayMs": 1000,                       // wait before the response or the cut
///   "drip": { "bytes": 1, "intervalMs": 50 },
///   "accept": true }                       // the message is accepted although its response is replaced
/// </code>
/// A fault without status, body, errcode and cut, such as <c>{}</c>, replaces nothing: the service's own response is sent.
/// </summary>
public sealed record Fault
{
    /// <summary>The HTTP status. Defaults to 200.</summary>
    public int? Status { get; init; }

    /// <summary>The response headers to set.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The response body, sent as text/html unless a header says otherwise.</summary>
    public string? Body { get; init; }

    /// <summary>Sends the service's JSON with this code.</summary>
    [JsonPropertyName("errcode")]
    public int? ErrCode { get; init; }

    /// <summary>The exact errmsg for <see cref="ErrCode"/>. Defaults to the documented one.</summary>
    [JsonPropertyName("errmsg")]
    public string? ErrMsg { get; init; }

    /// <summary>Waits this long, by the simulator's clock, before the response. The message is accepted before the wait.</summary>
    public int? DelayMs { get; init; }

    /// <summary>Breaks the connection instead of sending a response.</summary>
    public FaultCut? Cut { get; init; }

    /// <summary>Sends the response slowly.</summary>
    public FaultDrip? Drip { get; init; }

    /// <summary>Whether the message is accepted although its response is replaced. Defaults to false.</summary>
    public bool? Accept { get; init; }

    /// <summary>Whether something else than the service's own response is sent.</summary>
    internal bool ReplacesResponse => Status is not null || Body is not null || ErrCode is not null || Cut is not null;
}
