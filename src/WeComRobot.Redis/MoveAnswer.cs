namespace WeComRobot.Redis;

/// <summary>What became of a change of parts (Scripts/outbox-move.lua).</summary>
internal enum MoveAnswer
{
    /// <summary>Redis has lost one of them.</summary>
    Lost = -1,

    /// <summary>Another process was first.</summary>
    TooLate,

    /// <summary>All are changed.</summary>
    Moved,
}
