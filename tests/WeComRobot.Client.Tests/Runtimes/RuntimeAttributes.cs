using System;
using System.Collections.Generic;
using System.Reflection;
using Xunit.Sdk;

namespace WeComRobot.Client.Tests.Runtimes;

/// <summary>The theory tries the net8.0 build with .NET 8, PowerShell 7.4's runtime, which is built into the probe.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnNet8Attribute : DataAttribute
{
    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[ProbeRuntime.Net8]];
}

/// <summary>The theory tries the net472 build, Windows PowerShell's, with Mono; skipped where Mono is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnMonoAttribute : DataAttribute
{
    /// <summary>Looks for Mono.</summary>
    public OnMonoAttribute()
    {
        if (Tool.Find("mono") is null)
        {
            Skip = "needs mono on PATH: the net472 build is not tried here.";
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[ProbeRuntime.Mono]];
}
