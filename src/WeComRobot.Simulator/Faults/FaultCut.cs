namespace WeComRobot.Simulator;

/// <summary>When a <see cref="Fault"/> breaks the connection.</summary>
public enum FaultCut
{
    /// <summary>Before the request body is read.</summary>
    Before,

    /// <summary>After the request body is read.</summary>
    After,
}
