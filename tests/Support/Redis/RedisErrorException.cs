using System;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>Redis has answered with an error.</summary>
/// <param name="message">Its text, which begins with a code, as "NOAUTH Authentication required."</param>
public sealed class RedisErrorException(string message) : Exception(message);
