namespace WeComRobot.Delivery;

/// <summary>Whether a call that did not succeed is retried.</summary>
internal enum RetryRule
{
    /// <summary>Never: the answer would be the same.</summary>
    Never,

    /// <summary>After a wait: the message certainly did not arrive, and a later try may succeed.</summary>
    Later,

    /// <summary>Only if the user asks for at-least-once: the message may have arrived.</summary>
    AtLeastOnce,
}

/// <summary>What happens to the slot that the post took in the robot's rate window.</summary>
internal enum SlotRule
{
    /// <summary>It counts from this moment: the service may have counted the post as late as now.</summary>
    Stamp,

    /// <summary>It is free again: the service has not seen the post.</summary>
    Release,

    /// <summary>It counts, and the window closes for everybody who shares it.</summary>
    CloseWindow,
}

/// <summary>What happens to the robot's place in its pool.</summary>
internal enum PoolRule
{
    /// <summary>It stays, and continues with the message.</summary>
    Stay,

    /// <summary>It stays, but if nothing of the message has arrived, the robot that is free first takes over.</summary>
    TryNext,

    /// <summary>It leaves, and another robot continues with the message.</summary>
    Leave,
}

/// <summary>What happens to the media id that the message carried.</summary>
internal enum MediaRule
{
    /// <summary>It is still valid.</summary>
    Keep,

    /// <summary>It is forgotten, and its file is uploaded again, once.</summary>
    Forget,
}
