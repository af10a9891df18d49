using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Messages.Validation;

/// <summary>A message that the service would refuse, with all the rules that it breaks. Nothing was sent.</summary>
public sealed class InvalidMessageException : WeComException
{
    internal InvalidMessageException(string messageType, IReadOnlyList<Finding> errors, string? remedy = null)
        : base(errors[0].Cause, Strings.MessageInvalid.With(messageType, errors.Select(e => e.Text).Aggregate(TextFormat.Then)), remedy)
    {
        Errors = errors;
    }

    /// <summary>The broken rules: field, limit and actual size of each.</summary>
    public IReadOnlyList<Finding> Errors { get; }

    /// <summary>The recommendations that the parts before the invalid one do not follow.</summary>
    public IReadOnlyList<Finding> Recommendations { get; internal init; } = [];
}
