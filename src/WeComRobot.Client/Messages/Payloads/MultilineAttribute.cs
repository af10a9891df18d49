using System;

namespace WeComRobot.Messages.Payloads;

/// <summary>Marks a string property that may have several lines. A payload may give it as a list of lines.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MultilineAttribute : Attribute;
