using System.Collections.Generic;
using System.Globalization;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>Describes what a scripted fault does to the response, in a few words.</summary>
internal static class FaultText
{
    /// <returns>Null for a fault that changes nothing that a sender notices.</returns>
    public static string? Describe(Fault fault, PageTexts texts)
    {
        string[] words = [.. Words(fault, texts)];
        return words.Length == 0 ? null : string.Join(" · ", words);
    }

    private static IEnumerable<string> Words(Fault fault, PageTexts texts)
    {
        if (fault.DelayMs is { } delay)
        {
            yield return Format(texts["fault.delay"], delay);
        }

        if (fault.Cut is { } cut)
        {
            yield return texts[cut == FaultCut.Before ? "fault.cutBefore" : "fault.cutAfter"];
        }
        else if (fault is { ErrCode: { } code })
        {
            yield return fault.Status is { } status ? $"HTTP {status}, errcode {code}" : $"errcode {code}";
        }
        else if (fault.ReplacesResponse)
        {
            yield return $"HTTP {fault.Status ?? 200}";
        }

        if (fault.Drip is { } drip)
        {
            yield return Format(texts["fault.drip"], drip.Bytes, drip.IntervalMs);
        }
    }

    private static string Format(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
