using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>Messages that people really send, to begin with in the composer. Their order is that of their titles in the texts.</summary>
internal static class Gallery
{
    private const string Titles = "gallery.";

    public static IEnumerable<GalleryItem> Read(PageTexts texts) =>
        from text in texts.All
        where text.Key.StartsWith(Titles, StringComparison.Ordinal)
        let name = text.Key[Titles.Length..]
        select new GalleryItem(name, text.Value, ReadPayload($"Gallery/{name}.{texts.Name}.json"));

    private static JsonElement ReadPayload(string resource)
    {
        using var file = typeof(Gallery).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<JsonElement>(file);
    }
}

/// <summary>A message of the gallery.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Payload">The message.</param>
internal sealed record GalleryItem(string Name, string Title, JsonElement Payload);
