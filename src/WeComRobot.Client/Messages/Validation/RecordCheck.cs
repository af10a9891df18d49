using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;

namespace WeComRobot.Messages.Validation;

/// <summary>A record that knows the rules of its own fields.</summary>
internal interface IChecked
{
    /// <summary>Adds a finding for every rule that the record breaks.</summary>
    void Check(RecordCheck check);
}

/// <summary>Checks the fields of one record of a message by the rules that records share. Each broken rule becomes a finding.</summary>
internal sealed class RecordCheck
{
    private static readonly string[] LocalSchemes = ["javascript:", "vbscript:", "data:", "file:"];

    private readonly List<Finding> _findings;
    private readonly Type _record;
    private readonly Type _owner;

    // Only errors name a path, and most messages have none
    private readonly Func<string> _getPrefix;

    /// <param name="message">The type of the message.</param>
    public RecordCheck(Type message)
        : this([], message, message, () => "")
    {
    }

    private RecordCheck(List<Finding> findings, Type record, Type owner, Func<string> getPrefix)
    {
        _findings = findings;
        _record = record;
        _owner = owner;
        _getPrefix = getPrefix;
    }

    /// <summary>The findings about the whole message so far.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The check of a message's body, whose fields belong to the message; null, after adding an error, when there is no body.</summary>
    public RecordCheck? Body(string property, object? body) =>
        Required(property, body) ? new(_findings, body!.GetType(), _owner, () => PathTo(property) + ".") : null;

    /// <summary>The check of a record within this one.</summary>
    public RecordCheck Within(string property, object record) => Within(record, () => PathTo(property));

    /// <summary>Checks a record within this one, if there is one.</summary>
    public void Nested(string property, IChecked? record) => record?.Check(Within(property, record));

    /// <summary>Checks each record of a list. A null entry, which JSON and arrays can contain, is an error.</summary>
    public void Each(string property, IReadOnlyList<IChecked>? records)
    {
        for (var i = 0; i < (records?.Count ?? 0); i++)
        {
            var index = i;
            if (Required(property, records![i], () => GetEntryPath(property, index)))
            {
                records[i].Check(Within(records[i], () => GetEntryPath(property, index)));
            }
        }
    }

    /// <summary>The path of a field in the message's JSON.</summary>
    public string PathTo(string property) =>
        _getPrefix() + _record.GetProperty(property)!.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;

    public void Error(
        string property, string text, FailureCause cause = FailureCause.InvalidMessage, long? limit = null, long? actual = null) =>
        Error(property, PathTo(property), text, cause, limit, actual);

    /// <summary>Requires a value that is neither null nor an empty text. Returns whether there is one.</summary>
    public bool Required(string property, object? value) => Required(property, value, () => PathTo(property));

    /// <summary>Requires a field because of the value of a <c>type</c> field.</summary>
    public void RequiredFor(string property, string? value, string typeProperty, int type)
    {
        if (string.IsNullOrEmpty(value))
        {
            Error(property, Strings.FieldRequiredForType.With(PathTo(property), PathTo(typeProperty), type));
        }
    }

    public void InRange<T>(string property, T? value, T min, T max)
        where T : struct, IComparable<T>
    {
        if (value is { } given && (given.CompareTo(min) < 0 || given.CompareTo(max) > 0))
        {
            Error(property, Strings.FieldOutOfRange.With(PathTo(property), given, min, max));
        }
    }

    public void Content(string property, string? content, int maxBytes)
    {
        if (Required(property, content) && Encoding.UTF8.GetByteCount(content!) is var bytes && bytes > maxBytes)
        {
            Error(property, Strings.ContentTooLong.With(PathTo(property), bytes, maxBytes), FailureCause.ContentTooLong, maxBytes, bytes);
        }
    }

    public void Count(string property, IReadOnlyCollection<object>? list, int min, int max)
    {
        var count = list?.Count ?? 0;
        if (count < min || count > max)
        {
            Error(property, Strings.CountOutOfRange.With(PathTo(property), count, min, max), limit: count < min ? min : max, actual: count);
        }
    }

    /// <summary>Requires that no text of a list is null or empty.</summary>
    public void EachRequired(string property, IReadOnlyList<string>? texts)
    {
        for (var i = 0; i < (texts?.Count ?? 0); i++)
        {
            var index = i;
            Required(property, texts![i], () => GetEntryPath(property, index));
        }
    }

    /// <summary>Warns of a text that the service would cut silently.</summary>
    public void CutByService(string property, string? value, int maxBytes)
    {
        var bytes = Encoding.UTF8.GetByteCount(value ?? "");
        if (bytes > maxBytes)
        {
            Warn(property, Strings.CutByService.With(PathTo(property), bytes, maxBytes), maxBytes, bytes);
        }
    }

    /// <summary>Warns of a text that is longer than the page recommends (建议), in characters as people count them.</summary>
    public void Recommended(string property, string? value, int maxCharacters)
    {
        var length = new StringInfo(value ?? "").LengthInTextElements;
        if (length > maxCharacters)
        {
            Warn(property, Strings.LongerThanRecommended.With(PathTo(property), length, maxCharacters), maxCharacters, length);
        }
    }

    /// <summary>Warns of a field that has no effect, because the <c>type</c> that it needs is absent.</summary>
    public void NeedsType(string property, string? value, string typeProperty, int type)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Warn(property, Strings.NeedsType.With(PathTo(property), PathTo(typeProperty), type));
        }
    }

    /// <summary>Warns of an address that runs a script or is on the member's own device. One without a scheme is in a sample of the page.</summary>
    public void WebAddress(string property, string? value)
    {
        if (Array.Find(LocalSchemes, scheme => value?.TrimStart().StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true) is { } scheme)
        {
            Warn(property, Strings.NoWebAddress.With(PathTo(property), scheme));
        }
    }

    private RecordCheck Within(object record, Func<string> getPath) =>
        new(_findings, record.GetType(), record.GetType(), () => getPath() + ".");

    private string GetEntryPath(string property, int index) => $"{PathTo(property)}[{index}]";

    /// <param name="property">The property.</param>
    /// <param name="value">The value, of the property or of an entry of its list.</param>
    /// <param name="getPath">Returns the path of the value.</param>
    private bool Required(string property, object? value, Func<string> getPath)
    {
        var isGiven = value is not (null or "");
        if (!isGiven)
        {
            Error(property, getPath(), Strings.FieldRequired.With(getPath()));
        }

        return isGiven;
    }

    private void Error(
        string property, string path, string text, FailureCause cause = FailureCause.InvalidMessage, long? limit = null, long? actual = null) =>
        _findings.Add(new(path, _owner, property, text, IsError: true, cause, limit, actual));

    private void Warn(string property, string text, long? limit = null, long? actual = null) =>
        _findings.Add(new(PathTo(property), _owner, property, text, IsError: false, FailureCause.InvalidMessage, limit, actual));
}
