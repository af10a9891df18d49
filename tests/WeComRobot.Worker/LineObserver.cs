using System;
using WeComRobot.Delivery;

namespace WeComRobot.Worker;

/// <summary>Says when a wait or a post begins, and when a message is delivered.</summary>
internal sealed class LineObserver(Steps steps) : IDeliveryObserver
{
    public void Waiting(TimeSpan left) => steps.Say("waiting");

    public void TryingAgain(TimeSpan left, string reason)
    {
    }

    public void Posting() => steps.Say("posting");

    public void Uploading(string name, long sentBytes, long totalBytes)
    {
    }

    public void Delivered(Receipt receipt) => steps.Say("delivered");

    public void Warning(string text) => steps.Say("warning " + text);

    public void Verbose(string text)
    {
    }
}
