using System;

namespace WeComRobot.Http;

/// <summary>A POST without an answer. The reason is the network stack's own and may hold the key: it is for one of our errors only.</summary>
/// <param name="reason">What the network stack says.</param>
/// <param name="began">Whether any of the body may have left this machine.</param>
/// <param name="isTimeout">Whether it took too long.</param>
internal sealed class HttpPostException(string reason, bool began, bool isTimeout) : Exception(reason)
{
    public bool Began => began;

    public bool IsTimeout => isTimeout;
}
