using System;
using System.Collections.Generic;
using WeComRobot.Simulator.Media;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype file and voice: requires an unexpired upload to this robot, of the same type (inferred for file).</summary>
internal sealed class MediaRule(string messageType) : IMessageRule
{
    public string MessageType => messageType;

    public RuleResult Check(PayloadNode payload, Func<string, ReceivedMedia?> findMedia) =>
        payload.Text("media_id") is { } id && findMedia(id) is { } media && media.Type == messageType
            ? new RuleResult(Media: media)
            : new Refusal(ErrorCode.MediaId) { Field = payload.Child("media_id").Path };

    public IEnumerable<PayloadSize> Measure(PayloadNode payload, ReceivedMedia? media) =>
        media is null ? [] : UploadLimits.Measure(media);
}
