using System;
using System.Collections.Generic;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype markdown and markdown_v2.</summary>
internal sealed class MarkdownRule(string messageType) : IMessageRule
{
    private const int MaxBytes = 4096;

    public string MessageType => messageType;

    public RuleResult Check(PayloadNode payload, Func<string, ReceivedMedia?> findMedia) =>
        ContentRule.Check(payload, MaxBytes) is { } refusal ? refusal : RuleResult.Accepted;

    public IEnumerable<PayloadSize> Measure(PayloadNode payload, ReceivedMedia? media) =>
        payload.MeasureTexts(MaxBytes, "content");
}
