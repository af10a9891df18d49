using System;

namespace WeComRobot.Errors;

/// <summary>Names the messages, or what belongs into one, that a cmdlet makes beside its output.</summary>
/// <param name="types">The types of what it makes.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MakesAttribute(params Type[] types) : Attribute
{
    public Type[] Types => types;
}
