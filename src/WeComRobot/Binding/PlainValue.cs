using System;

namespace WeComRobot.Binding;

/// <summary>What is one value to a reader, whatever properties its type has.</summary>
internal static class PlainValue
{
    public static bool Is(object value) => value is string or ValueType or Uri or Version;
}
