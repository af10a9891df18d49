using System.Text.Json.Serialization;

namespace WeComRobot.Simulator;

/// <summary>Sends the response body in chunks of <paramref name="Bytes"/>, with a wait of <paramref name="IntervalMs"/> between them.</summary>
public sealed record FaultDrip(
    [property: JsonRequired] int Bytes,
    [property: JsonRequired] int IntervalMs);
