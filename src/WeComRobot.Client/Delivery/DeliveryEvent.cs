using System;

namespace WeComRobot.Delivery;

/// <summary>Something that happens while a message is delivered. Later versions may add kinds: ignore those that you do not know.</summary>
public abstract record DeliveryEvent
{
    private protected DeliveryEvent()
    {
    }

    /// <summary>The message waits for the robot's rate window.</summary>
    /// <param name="Left">How long the window is closed; infinite while other messages of this process come first.</param>
    public sealed record Waiting(TimeSpan Left) : DeliveryEvent;

    /// <summary>A post did not succeed and is tried again after a wait.</summary>
    /// <param name="Left">How long the wait is.</param>
    /// <param name="Reason">Why, in a sentence.</param>
    public sealed record TryingAgain(TimeSpan Left, string Reason) : DeliveryEvent;

    /// <summary>The wait is over and the post begins.</summary>
    public sealed record Posting : DeliveryEvent;

    /// <summary>Some more of a file was sent.</summary>
    /// <param name="Name">The file's name.</param>
    /// <param name="SentBytes">How much of it was sent so far.</param>
    /// <param name="TotalBytes">The file's size.</param>
    public sealed record Uploading(string Name, long SentBytes, long TotalBytes) : DeliveryEvent;

    /// <summary>The service accepted a message.</summary>
    /// <param name="Receipt">The proof.</param>
    public sealed record Delivered(Receipt Receipt) : DeliveryEvent;

    /// <summary>Something that the sender should know, but that does not stop the message.</summary>
    /// <param name="Text">What it is.</param>
    public sealed record Warning(string Text) : DeliveryEvent;

    /// <summary>A step that is of interest for diagnosis only.</summary>
    /// <param name="Text">What it is.</param>
    public sealed record Verbose(string Text) : DeliveryEvent;
}
