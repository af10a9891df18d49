using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace WeComRobot.Messages.Validation;

/// <summary>Collects the findings of one message; the rules that several message types share.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public void Error(
        string field, string text, FailureCause cause = FailureCause.InvalidMessage, long? limit = null, long? actual = null) =>
        _all.Add(new(field, text, IsError: true, cause, limit, actual));

    public bool Required(string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            return true;
        }

        Error(field, Strings.FieldRequired.With(field));
        return false;
    }

    public bool Required(string field, object? part)
    {
        if (part is null)
        {
            Error(field, Strings.FieldRequired.With(field));
        }

        return part is not null;
    }

    /// <summary>The field that a <c>type</c> value makes necessary.</summary>
    public void RequiredFor(string field, string? value, string typeField, int type)
    {
        if (string.IsNullOrEmpty(value))
        {
            Error(field, Strings.FieldRequiredForType.With(field, typeField, type));
        }
    }

    public void OneOf(string field, int? value, int first, int last)
    {
        if (value < first || value > last)
        {
            Error(field, Strings.FieldOutOfRange.With(field, value, first, last));
        }
    }

    public void Content(string field, string? content, int maxBytes)
    {
        if (!Required(field, content))
        {
            return;
        }

        var bytes = Encoding.UTF8.GetByteCount(content!);
        if (bytes > maxBytes)
        {
            Error(field, Strings.ContentTooLong.With(field, bytes, maxBytes), FailureCause.ContentTooLong, maxBytes, bytes);
        }
    }

    public void Count<T>(string field, IReadOnlyList<T>? list, int min, int max)
    {
        var count = list?.Count ?? 0;
        if (count < min || count > max)
        {
            Error(field, Strings.CountOutOfRange.With(field, count, min, max), limit: count < min ? min : max, actual: count);
        }
    }

    /// <summary>No entry of the list is null or empty.</summary>
    public void Filled(string field, IReadOnlyList<string>? list)
    {
        for (var i = 0; i < (list?.Count ?? 0); i++)
        {
            Required($"{field}[{i}]", list![i]);
        }
    }

    /// <summary>Null list entries, which JSON and PowerShell arrays can hold, named by their index.</summary>
    public IEnumerable<(string Field, T Item)> Items<T>(string field, IReadOnlyList<T>? list)
        where T : class
    {
        for (var i = 0; i < (list?.Count ?? 0); i++)
        {
            var itemField = $"{field}[{i}]";
            if (Required(itemField, (object?)list![i]))
            {
                yield return (itemField, list[i]);
            }
        }
    }

    /// <summary>The service cuts a longer text silently, so the sender hears of it.</summary>
    public void CutByService(string field, string? value, int maxBytes)
    {
        var bytes = Encoding.UTF8.GetByteCount(value ?? "");
        if (bytes > maxBytes)
        {
            Warn(field, Strings.CutByService.With(field, bytes, maxBytes), maxBytes, bytes);
        }
    }

    /// <summary>A length that the page recommends (建议): characters as people count them.</summary>
    public void Recommended(string field, string? value, int maxCharacters)
    {
        var length = new StringInfo(value ?? "").LengthInTextElements;
        if (length > maxCharacters)
        {
            Warn(field, Strings.LongerThanRecommended.With(field, length, maxCharacters), maxCharacters, length);
        }
    }

    private void Warn(string field, string text, long limit, long actual) =>
        _all.Add(new(field, text, IsError: false, FailureCause.InvalidMessage, limit, actual));
}
