using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator;

/// <summary>
/// What happens to one request to <c>/cgi-bin/*</c>. Faults are consumed in order, one a request. As JSON, for
/// <c>POST /simulator/faults</c>, an array of objects with any of these fields:
/// <code>
/// { "status": 503, "headers": { "Retry-After": "2" }, "body": "&lt;html&gt;…",   // an answer other than the service's
///   "errcode": 45009, "errmsg": "…",       // the service's envelope; without errmsg the documented long text
///   "cut": "before" | "after",             // no answer: the connection breaks before or after the body is read
///   "delayMs": 1000,                       // wait before the answer (or before the cut)
///   "drip": { "bytes": 1, "intervalMs": 50 },
///   "accept": true }                       // the message counts although its answer is replaced
/// </code>
/// A fault without status, body, errcode and cut (also <c>{}</c>) replaces nothing: the request is answered as always.
/// </summary>
public sealed record Fault
{
    /// <summary>The HTTP status; 200 where only a body or an errcode is given.</summary>
    public int? Status { get; init; }

    /// <summary>Headers of the answer.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The answer's body, text/html unless a header says otherwise.</summary>
    public string? Body { get; init; }

    /// <summary>Answers the service's JSON with this code.</summary>
    [JsonPropertyName("errcode")]
    public int? ErrCode { get; init; }

    /// <summary>The exact errmsg for <see cref="ErrCode"/>, in place of the documented one.</summary>
    [JsonPropertyName("errmsg")]
    public string? ErrMsg { get; init; }

    /// <summary>Waits this long, by the simulator's clock, before the answer; the message is accepted before the wait.</summary>
    public int? DelayMs { get; init; }

    /// <summary>Breaks the connection instead of answering.</summary>
    public FaultCut? Cut { get; init; }

    /// <summary>Sends the answer slowly.</summary>
    public FaultDrip? Drip { get; init; }

    /// <summary>Whether the message is accepted although its answer is replaced; false unless given.</summary>
    public bool? Accept { get; init; }

    /// <summary>Whether the service's own answer is not sent.</summary>
    internal bool ReplacesAnswer => Status is not null || Body is not null || ErrCode is not null || Cut is not null;
}
