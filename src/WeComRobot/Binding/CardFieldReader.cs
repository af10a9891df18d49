using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Media;
using WeComRobot.Messages.Cards;
using WeComRobot.Objects;

namespace WeComRobot.Binding;

/// <summary>Makes the rows of a card from names and values: an upload becomes an attachment, a Uri a link, anything else text.</summary>
internal static class CardFieldReader
{
    public static IEnumerable<CardField> Read(object? given) => BaseObject.Unwrap(given) switch
    {
        CardField field => [field],
        null => throw NoRow(given),
        _ when PlainValue.Is(given) => throw NoRow(given),
        _ when FormattedOutput.Is(PSObject.AsPSObject(given!)) => throw FormattedOutput.Refused(),
        _ when Entries.TryRead(PSObject.AsPSObject(given!)) is { } entries => entries.Select(e => Field(DisplayText.Format(e.Key), e.Value)),
        _ when Items.TryEnumerate(given) is { } list => list.SelectMany(Read),
        _ => ShownProperties.Get(PSObject.AsPSObject(given!)).Select(p => Field(p.Name, ShownProperties.GetValue(p))),
    };

    private static CardField Field(string name, object? value) => BaseObject.Unwrap(value) switch
    {
        UploadedMedia media => CardField.Attachment(name, media.MediaId, media.Name),
        Uri { IsAbsoluteUri: true } url => CardField.Link(name, url.Host, url.OriginalString),
        null => new CardField { Name = name },
        _ => new CardField { Name = name, Value = DisplayText.Format(value) },
    };

    private static ArgumentTransformationMetadataException NoRow(object? given) => new(CommandStrings.FieldNoRow.With(given));
}
