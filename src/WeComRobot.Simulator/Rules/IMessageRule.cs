using System;
using System.Collections.Generic;

namespace WeComRobot.Simulator.Rules;

/// <summary>The service's rules for one msgtype.</summary>
internal interface IMessageRule
{
    string MessageType { get; }

    /// <param name="payload">The object named after the message type, which may be missing.</param>
    /// <param name="findMedia">Finds an upload that the robot can send, by its media id.</param>
    RuleResult Check(PayloadNode payload, Func<string, ReceivedMedia?> findMedia);

    /// <summary>The sizes of what has a limit in the payload, whether or not it is kept.</summary>
    /// <param name="payload">The object named after the message type, which may be missing.</param>
    /// <param name="media">The upload that it refers to; null if there is none.</param>
    IEnumerable<PayloadSize> Measure(PayloadNode payload, ReceivedMedia? media);
}
