using System;

namespace WeComRobot.Simulator.Rules;

/// <summary>All that the service demands of one msgtype.</summary>
internal interface IMessageRule
{
    string MessageType { get; }

    /// <param name="payload">The object named after the message type; it may be missing.</param>
    /// <param name="findMedia">The live upload with an id, where this robot may use it.</param>
    Judgement Judge(Part payload, Func<string, ReceivedMedia?> findMedia);
}
