using System;

namespace WeComRobot.Delivery;

/// <summary>Hears what happens to a message on its way. Called from any thread.</summary>
public interface IDeliveryObserver
{
    /// <summary>The rate window is shut for this long; infinite while others of this process stand before in its queue.</summary>
    void Waiting(TimeSpan left);

    /// <summary>A post brought no delivery, and is tried again after this long.</summary>
    void TryingAgain(TimeSpan left, string reason);

    /// <summary>The wait is over and the post begins.</summary>
    void Posting();

    /// <summary>So many bytes of a file have been sent.</summary>
    void Uploading(string name, long sentBytes, long totalBytes);

    /// <summary>The service accepted a message.</summary>
    void Delivered(Receipt receipt);

    /// <summary>Something that the sender should know and that does not stop the message.</summary>
    void Warning(string text);

    /// <summary>A step, for those who ask.</summary>
    void Verbose(string text);
}
