using System;

namespace WeComRobot.Http;

/// <summary>A POST got no answer. The reason is the network stack's own text and may contain the key: it must be redacted before it is shown.</summary>
/// <param name="reason">What the network stack says.</param>
/// <param name="hasBegun">Whether any of the body may have left this machine.</param>
/// <param name="isTimeout">Whether it took too long.</param>
internal sealed class HttpPostException(string reason, bool hasBegun, bool isTimeout) : Exception(reason)
{
    public bool HasBegun => hasBegun;

    public bool IsTimeout => isTimeout;
}
