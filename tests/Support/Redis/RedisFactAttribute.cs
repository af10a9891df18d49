using System;
using Xunit;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>A test that needs a real Redis; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisFactAttribute() : UnixFactAttribute("redis-server");

/// <summary>A theory that needs a real Redis; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for it.</summary>
    public RedisTheoryAttribute() => Skip = new RedisFactAttribute().Skip;
}
