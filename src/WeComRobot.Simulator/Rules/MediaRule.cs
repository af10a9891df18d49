using System;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype file and voice: a live upload of this robot, of the same type (inferred for file).</summary>
internal sealed class MediaRule(string messageType) : IMessageRule
{
    public string MessageType => messageType;

    public Judgement Judge(Part payload, Func<string, ReceivedMedia?> findMedia) =>
        payload.Text("media_id") is { } id && findMedia(id) is { } media && media.Type == messageType
            ? new Judgement(Media: media)
            : new Refusal(ErrorCode.MediaId);
}
