using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
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
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "mono")) || File.Exists(Path.Combine(folder, "mono.exe"))))
        {
            Skip = "needs mono on PATH: the net472 build is not tried here.";
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[ProbeRuntime.Mono]];
}
