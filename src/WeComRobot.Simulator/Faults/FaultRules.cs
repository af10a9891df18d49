using System;
using System.Linq;

namespace WeComRobot.Simulator.Faults;

/// <summary>Refuses faults that contradict themselves.</summary>
internal static class FaultRules
{
    /// <exception cref="ArgumentException">The fault contradicts itself; the message says how.</exception>
    public static void Check(Fault fault)
    {
        if (FindContradiction(fault) is { } contradiction)
        {
            throw new ArgumentException(contradiction);
        }
    }

    private static string? FindContradiction(Fault fault) => fault switch
    {
        { Status: < 200 or > 599 } => "status must be from 200 to 599",
        { DelayMs: < 0 } => "delayMs must not be negative",
        { Drip.Bytes: < 1 } => "drip.bytes must be at least 1",
        { Drip.IntervalMs: < 0 } => "drip.intervalMs must not be negative",
        { ErrMsg: not null, ErrCode: null } => "errmsg needs errcode",
        { Body: not null, ErrCode: not null } => "give body or errcode, not both",
        { Cut: not null } when DescribesResponse(fault) => "cut sends no response: leave out status, headers, body, errcode and drip",
        { Cut: FaultCut.Before, Accept: true } => "cut before never reads the message, so it can't be accepted",
        { Headers: not null, ReplacesResponse: false } => "headers need status, body or errcode",
        { Accept: false, ReplacesResponse: false } => "accept false needs status, body, errcode or cut",
        { Status: 204 or 205 or 304 } when fault.Body is not null || fault.ErrCode is not null => "this status has no body",
        _ when fault.Headers?.FirstOrDefault(header => !IsHeader(header.Key, header.Value)) is { Key: not null } header =>
            $"'{header.Key}' is not a header",
        _ => DeclaredLength.FindContradiction(fault),
    };

    private static bool DescribesResponse(Fault fault) => fault is
    { Status: not null } or { Headers: not null } or { Body: not null } or { ErrCode: not null } or { Drip: not null };

    private static bool IsHeader(string name, string? value) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && value is not null && value.All(c => c is >= ' ' and < (char)127);
}
