namespace WeComRobot.Simulator;

/// <summary>Where a <see cref="Fault"/> breaks the connection instead of answering.</summary>
public enum FaultCut
{
    /// <summary>Before the request's body is read.</summary>
    Before,

    /// <summary>After the request's body was read.</summary>
    After,
}
