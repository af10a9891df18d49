using System;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype markdown and markdown_v2.</summary>
internal sealed class MarkdownRule(string messageType) : IMessageRule
{
    private const int MostBytes = 4096;

    public string MessageType => messageType;

    public Judgement Judge(Part payload, Func<string, ReceivedMedia?> findMedia) =>
        ContentRule.Check(payload, MostBytes) is { } refusal ? refusal : Judgement.Fits;
}
