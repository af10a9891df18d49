using System;

namespace WeComRobot.Errors;

/// <summary>Names the messages, or records within one, that a cmdlet makes besides its output.</summary>
/// <param name="types">The types that it makes.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MakesAttribute(params Type[] types) : Attribute
{
    public Type[] Types => types;
}
