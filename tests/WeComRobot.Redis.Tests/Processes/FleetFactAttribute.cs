using System;

namespace WeComRobot.Redis.Tests.Processes;

/// <summary>A test that needs a real Redis, and machines whose clocks are wrong.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FleetFactAttribute() : UnixFactAttribute("redis-server", "faketime");
