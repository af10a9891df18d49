using System;

namespace WeComRobot.Simulator.Tests.Support;

/// <summary>A test that needs a program; skipped, with the reason, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithAttribute : FactAttribute
{
    public FactWithAttribute(params string[] programs)
    {
        if (Array.Find(programs, program => Tool.Find(program) is null) is { } missing)
        {
            Skip = $"{missing} is not on PATH";
        }
    }
}
