using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Hosting;

/// <summary>A robot as the page gets it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Webhook">Its address.</param>
/// <param name="Limit">How many messages it can send in its minute.</param>
/// <param name="Seconds">How long that minute is, which <c>--rate</c> may change.</param>
internal sealed record RobotView(int Number, Uri Webhook, int Limit, double Seconds)
{
    /// <param name="robots">The robots.</param>
    /// <param name="request">The request, whose host the addresses have.</param>
    public static IEnumerable<RobotView> List(RobotSet robots, HttpRequest request) => robots.All.Select(robot => new RobotView(
        robot.Number, PageAddress.Webhook(request, robot.Key), robot.Rate.Messages, robot.Rate.Window.TotalSeconds));
}
