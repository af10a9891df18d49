namespace WeComRobot;

/// <summary>Why something failed. The PowerShell error id is "WeCom" and the name (architecture.md#errors-are-the-interface).</summary>
public enum FailureCause
{
    /// <summary>The webhook address or key is malformed, or would travel over plain http.</summary>
    InvalidAddress,

    /// <summary>No robot was named.</summary>
    RobotNotFound,

    /// <summary>The message breaks a rule of the official page (service.md#message-types).</summary>
    InvalidMessage,

    /// <summary>The content has more UTF-8 bytes than its message type allows.</summary>
    ContentTooLong,

    /// <summary>The file or image has the wrong size, type or duration, is cut off, is not a file, or cannot be read.</summary>
    InvalidMedia,

    /// <summary>The file does not exist, or is a folder.</summary>
    FileNotFound,

    /// <summary>The request never left: refused connection, DNS, TLS, proxy. Sending again cannot post twice.</summary>
    NotSent,

    /// <summary>The post began and its outcome is unknown: the message may have arrived.</summary>
    OutcomeUnknown,

    /// <summary>Something answered, but not as the WeCom service does.</summary>
    UnexpectedAnswer,

    /// <summary>The service asks to try again later (45009, 45033, HTTP 429).</summary>
    RateLimited,

    /// <summary>The service does not know this webhook, or the robot was removed or stopped (93000 and its kin).</summary>
    WebhookRefused,

    /// <summary>The service refused the message or file with any other errcode.</summary>
    Refused,

    /// <summary>State that outlives the process cannot be written to the state folder.</summary>
    StateUnwritable,

    /// <summary>The outbox keeps messages of registered robots only: a webhook would have to be written to disk.</summary>
    OutboxNeedsName,

    /// <summary>The message cannot be written into the outbox; it was not sent.</summary>
    OutboxUnwritable,

    /// <summary>The outbox, or a message in it, cannot be read or changed.</summary>
    OutboxUnusable,

    /// <summary>The FAQ lists no agent of that name.</summary>
    AgentNotFound,

    /// <summary>A fleet cannot be joined: its connection string is malformed, or this PowerShell or package cannot serve one.</summary>
    InvalidFleet,
}
