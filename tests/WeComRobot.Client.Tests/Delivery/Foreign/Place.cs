namespace WeComRobot.Client.Tests.Delivery.Foreign;

/// <summary>Where a post can throw, in the order in which it comes there.</summary>
public enum Place
{
    /// <summary>Where the way out of this machine is set up.</summary>
    Handler,

    /// <summary>When it is asked to send, at once.</summary>
    Send,

    /// <summary>The same, later: no connection stands.</summary>
    Connect,

    /// <summary>While the body is written.</summary>
    WriteBody,

    /// <summary>When the body has been written, and no answer comes.</summary>
    AwaitAnswer,

    /// <summary>When the answer's body is asked for.</summary>
    OpenAnswer,

    /// <summary>At its first read.</summary>
    FirstRead,

    /// <summary>At a later one.</summary>
    LaterRead,

    /// <summary>When it is closed.</summary>
    CloseAnswer,
}
