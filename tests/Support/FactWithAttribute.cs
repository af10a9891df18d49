using System;
using Xunit;

namespace WeComRobot.Tests.Support;

/// <summary>A test that needs programs; skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FactWithAttribute : FactAttribute
{
    /// <param name="programs">Their names on PATH.</param>
    public FactWithAttribute(params string[] programs)
    {
        if (Array.Find(programs, program => Tool.Find(program) is null) is { } missing)
        {
            Skip = $"{missing} is not on PATH";
        }
    }
}
