namespace WeComRobot.Messages.Validation;

/// <summary>One rule that a message breaks, or a length it would better keep.</summary>
/// <param name="Field">The field's path in the JSON, as <c>news.articles[0].title</c>.</param>
/// <param name="Text">The rule in words, with the limit and the actual size.</param>
/// <param name="IsError">Whether the message cannot be sent; otherwise it is a recommendation.</param>
/// <param name="Cause">The cause of the error that results.</param>
/// <param name="Limit">The limit, in the unit that the text names; null where the rule has none.</param>
/// <param name="Actual">The actual size, in the same unit.</param>
public sealed record Finding(
    string Field, string Text, bool IsError, FailureCause Cause, long? Limit = null, long? Actual = null);
