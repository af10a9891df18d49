using System;

namespace WeComRobot;

/// <summary>
/// A failure with its cause and its remedy. It never carries an inner exception or a URL, so that no text made from it
/// can hold a key (architecture.md#the-key-never-appears).
/// </summary>
public class WeComException : Exception
{
    /// <summary>Creates a failure.</summary>
    /// <param name="cause">Why it failed.</param>
    /// <param name="what">What happened, in whole sentences, without the key.</param>
    /// <param name="remedy">What to do about it, in whole sentences.</param>
    public WeComException(FailureCause cause, string what, string? remedy = null)
        : base(remedy is null ? what : what.Then(remedy))
    {
        Cause = cause;
        What = what;
        Remedy = remedy;
    }

    /// <summary>The same failure in other words.</summary>
    private protected WeComException(WeComException other, string what)
        : this(other.Cause, what, other.Remedy)
    {
        IsTimeout = other.IsTimeout;
        ErrorCode = other.ErrorCode;
        ServerMessage = other.ServerMessage;
        Hint = other.Hint;
        ServerTime = other.ServerTime;
    }

    /// <summary>Why it failed.</summary>
    public FailureCause Cause { get; }

    /// <summary>What happened: the message without the remedy.</summary>
    public string What { get; }

    /// <summary>The stable id of the error: "WeCom" and the cause.</summary>
    public string ErrorId => "WeCom" + Cause;

    /// <summary>What to do about it; also the end of the message.</summary>
    public string? Remedy { get; }

    /// <summary>Whether time ran out.</summary>
    public bool IsTimeout { get; init; }

    /// <summary>The errcode of the service's answer; null if there is none (service.md#error-codes).</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The text of the service's errmsg, without hint, caller's address and link.</summary>
    public string? ServerMessage { get; init; }

    /// <summary>The hint of the errmsg: the id that WeCom's support asks for.</summary>
    public string? Hint { get; init; }

    /// <summary>The server's time, from the first 10 digits of a long hint (service.md#errmsg).</summary>
    public DateTimeOffset? ServerTime { get; init; }
}
