using System;

namespace WeComRobot.Errors;

/// <summary>Names the properties of a message that a parameter sets, besides the one with the parameter's own name.</summary>
/// <param name="properties">The names of the properties.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SetsAttribute(params string[] properties) : Attribute
{
    public string[] Properties => properties;
}
