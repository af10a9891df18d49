using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Media;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Binding;

/// <summary>Makes rows from names and values: an upload becomes an attachment, a Uri a link, all else text.</summary>
internal static class CardFieldReader
{
    public static IEnumerable<CardField> Read(object? given) => Unwrapped.Of(given) switch
    {
        CardField field => [field],
        IDictionary entries => entries.Cast<DictionaryEntry>().Select(e => Field(Text(e.Key)!, e.Value)),
        var other when other is null || PlainValue.Is(other) =>
            throw new ArgumentTransformationMetadataException(CommandStrings.FieldNoRow.With(other)),
        IEnumerable list => list.Cast<object?>().SelectMany(Read),
        _ => PSObject.AsPSObject(given!).Properties.Select(p => Field(p.Name, p.Value)),
    };

    private static CardField Field(string name, object? value) => Unwrapped.Of(value) switch
    {
        UploadedMedia media => CardField.Attachment(name, media.MediaId, media.Name),
        Uri { IsAbsoluteUri: true } url => CardField.Link(name, url.Host, url.OriginalString),
        var other => new CardField { Name = name, Value = Text(other) },
    };

    private static string? Text(object? value) => value is null ? null : DisplayValue.Of(value).Text;
}
