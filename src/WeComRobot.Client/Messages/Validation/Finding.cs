using System;

namespace WeComRobot.Messages.Validation;

/// <summary>A rule that a message breaks, or a recommendation that it does not follow.</summary>
/// <param name="Field">The field's path in the JSON, such as <c>news.articles[0].title</c>.</param>
/// <param name="Owner">The type to which the field belongs: a message (including its body), a card, a part of a card, or an article.</param>
/// <param name="Property">The name of the property that holds the field.</param>
/// <param name="Text">The rule in words, with the limit and the actual size.</param>
/// <param name="IsError">Whether the message cannot be sent; otherwise it is a recommendation.</param>
/// <param name="Cause">The cause of the error that results.</param>
/// <param name="Limit">The limit, in the unit that the text names; null when the rule has none.</param>
/// <param name="Actual">The actual size, in the same unit.</param>
public sealed record Finding(
    string Field, Type Owner, string Property, string Text, bool IsError, FailureCause Cause, long? Limit = null, long? Actual = null);
