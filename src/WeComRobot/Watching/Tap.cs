using System;
using System.Collections;

namespace WeComRobot.Watching;

/// <summary>A list for -WarningVariable and the like that hands on what is added, and holds nothing.</summary>
internal sealed class Tap(Action<object?> receive) : ArrayList
{
    public override int Add(object? value)
    {
        receive(value);
        return 0;
    }
}
