namespace WeComRobot.Redis.Outbox;

/// <summary>What became of a change of parts (outbox-move.lua).</summary>
internal enum MoveAnswer
{
    /// <summary>Redis has lost one of them.</summary>
    Lost = -1,

    /// <summary>Another process was first.</summary>
    TooLate,

    /// <summary>All are changed.</summary>
    Moved,
}
