using System.Text.Json.Serialization;

namespace WeComRobot.Simulator;

/// <summary>Sends an answer's body in pieces of <paramref name="Bytes"/>, waiting between them.</summary>
public sealed record FaultDrip(
    [property: JsonRequired] int Bytes,
    [property: JsonRequired] int IntervalMs);
