using System;
using System.Linq;
using System.Text.Json;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype text.</summary>
internal sealed class TextRule : IMessageRule
{
    private const int MostBytes = 2048;

    public string MessageType => "text";

    public Judgement Judge(Part payload, Func<string, ReceivedMedia?> findMedia) =>
        (ContentRule.Check(payload, MostBytes) ?? Mentions(payload, "mentioned_list") ?? Mentions(payload, "mentioned_mobile_list"))
            is { } refusal ? refusal : Judgement.Fits;

    private static Refusal? Mentions(Part payload, string name)
    {
        var list = payload.Child(name);
        return list.Is(JsonValueKind.Array)
            ?? list.Items().Select(item => item.Is(JsonValueKind.String)).FirstOrDefault(refusal => refusal is not null);
    }
}
