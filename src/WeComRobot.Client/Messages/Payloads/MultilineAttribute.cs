using System;

namespace WeComRobot.Messages.Payloads;

/// <summary>Marks a text that may have several lines: a list of texts in its place is its lines.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MultilineAttribute : Attribute;
