using System.Collections.Generic;

namespace WeComRobot.Simulator.Faults;

/// <summary>Describes a fault in a few words that need no translation.</summary>
internal static class FaultText
{
    /// <returns>Null for a fault that changes nothing that a sender notices.</returns>
    public static string? Describe(Fault fault)
    {
        var words = new List<string>();
        if (fault.DelayMs is { } delay)
        {
            words.Add($"delay {delay} ms");
        }

        words.Add(fault switch
        {
            { Cut: { } cut } => $"cut {cut.ToString().ToLowerInvariant()}",
            { ErrCode: { } code } => fault.Status is { } status ? $"HTTP {status}, errcode {code}" : $"errcode {code}",
            { ReplacesResponse: true } => $"HTTP {fault.Status ?? 200}",
            _ => "",
        });
        if (fault.Drip is { } drip)
        {
            words.Add($"drip {drip.Bytes} B / {drip.IntervalMs} ms");
        }

        words.RemoveAll(string.IsNullOrEmpty);
        return words.Count == 0 ? null : string.Join(", ", words);
    }
}
