using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using WeComRobot.Simulator.Texts;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>Messages that people really send, to begin with in the composer.</summary>
internal static class Gallery
{
    private const string Folder = "Gallery/";

    public static IEnumerable<GalleryItem> Read(PageTexts texts)
    {
        var suffix = $".{texts.Name}.json";
        return from resource in typeof(Gallery).Assembly.GetManifestResourceNames()
               where resource.StartsWith(Folder, System.StringComparison.Ordinal) && resource.EndsWith(suffix, System.StringComparison.Ordinal)
               let name = resource[Folder.Length..^suffix.Length]
               orderby name
               select new GalleryItem(name, texts[$"gallery.{name}"], ReadPayload(resource));
    }

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
