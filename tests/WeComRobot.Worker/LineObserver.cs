using System;
using WeComRobot.Delivery;

namespace WeComRobot.Worker;

/// <summary>Prints a line when a post begins and when a message is delivered. Each line is written at once, so it survives a kill.</summary>
internal sealed class LineObserver : IDeliveryObserver
{
    public void Waiting(TimeSpan left)
    {
    }

    public void TryingAgain(TimeSpan left, string reason)
    {
    }

    public void Posting() => Console.WriteLine("posting");

    public void Uploading(string name, long sentBytes, long totalBytes)
    {
    }

    public void Delivered(Receipt receipt) => Console.WriteLine("delivered");

    public void Warning(string text) => Console.WriteLine("warning " + text);

    public void Verbose(string text)
    {
    }
}
