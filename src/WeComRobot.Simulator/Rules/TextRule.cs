using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype text.</summary>
internal sealed class TextRule : IMessageRule
{
    private const int MaxBytes = 2048;

    public string MessageType => "text";

    public RuleResult Check(PayloadNode payload, Func<string, ReceivedMedia?> findMedia) =>
        (ContentRule.Check(payload, MaxBytes) ?? CheckMentions(payload, "mentioned_list") ?? CheckMentions(payload, "mentioned_mobile_list"))
            is { } refusal ? refusal : RuleResult.Accepted;

    public IEnumerable<PayloadSize> Measure(PayloadNode payload, ReceivedMedia? media) =>
        payload.MeasureTexts(MaxBytes, "content");

    private static Refusal? CheckMentions(PayloadNode payload, string name)
    {
        var list = payload.Child(name);
        return list.CheckKind(JsonValueKind.Array)
            ?? list.Items().Select(item => item.CheckKind(JsonValueKind.String)).FirstOrDefault(refusal => refusal is not null);
    }
}
