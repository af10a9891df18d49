using System;
using System.Net.Http;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>One call to the service: a message or an upload.</summary>
/// <param name="Robot">The robot.</param>
/// <param name="Uri">The address with its key, created for this call only.</param>
/// <param name="Body">What is posted.</param>
/// <param name="RemedyIfUnknown">What to do if it is unknown whether it arrived: a message can appear twice, an upload cannot.</param>
internal sealed record ServiceCall(WebhookAddress Robot, Uri Uri, HttpContent Body, string RemedyIfUnknown)
{
    public static ServiceCall Message(WebhookAddress robot, HttpContent body) =>
        new(robot, robot.CreateSendUri(), body, Strings.OutcomeUnknownRemedy);

    public static ServiceCall Upload(WebhookAddress robot, string type, HttpContent body) =>
        new(robot, robot.CreateUploadUri(type), body, Strings.UploadUnknownRemedy);
}
