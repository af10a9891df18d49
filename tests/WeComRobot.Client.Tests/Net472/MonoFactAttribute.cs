using System;
using System.IO;
using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Net472;

/// <summary>A test that runs the net472 build with Mono; skipped, with the reason, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MonoFactAttribute : FactAttribute
{
    /// <param name="builtFile">A file of the clone, by its path there, that the test needs and another project builds.</param>
    public MonoFactAttribute(string? builtFile = null)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "mono")) || File.Exists(Path.Combine(folder, "mono.exe"))))
        {
            Skip = "mono is not on PATH: the net472 build is not tried here.";
        }
        else if (builtFile is not null && !File.Exists(Path.Combine(Repository.Root, builtFile)))
        {
            Skip = $"{builtFile} is not built: run 'dotnet build' at the root first.";
        }
    }
}
