using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WeComRobot.Simulator.Texts;

/// <summary>The texts of the page and of what the simulator says on it, in one language.</summary>
internal sealed class PageTexts
{
    private static readonly PageTexts Chinese = new("zh", "zh-CN", "zh-Hans");
    private static readonly PageTexts English = new("en", "en", "en");

    // In the order of the file, which is that of the gallery
    private readonly OrderedDictionary<string, string> _texts;

    private PageTexts(string name, string tag, string culture)
    {
        Name = name;
        Tag = tag;
        Culture = FindCulture(culture);
        using var file = typeof(PageTexts).Assembly.GetManifestResourceStream($"Texts/{name}.json")!;
        _texts = JsonSerializer.Deserialize<OrderedDictionary<string, string>>(file)!;
    }

    /// <summary>The name of the language in the names of files: <c>zh</c> or <c>en</c>.</summary>
    public string Name { get; }

    /// <summary>The language tag of the page.</summary>
    public string Tag { get; }

    /// <summary>The culture by which an adviser chooses its texts.</summary>
    public CultureInfo Culture { get; }

    public IReadOnlyDictionary<string, string> All => _texts;

    public string this[string key] => _texts[key];

    /// <summary>The text; null if there is none.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <summary>The language of the page: Chinese, unless the browser prefers English to it.</summary>
    public static PageTexts For(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString())
            .FirstOrDefault(language => IsLanguage(language, "zh") || IsLanguage(language, "en"));
        return preferred is null || IsLanguage(preferred, "zh") ? Chinese : English;
    }

    // In invariant mode, as in small containers, there are no cultures: the page still has its texts, and the advice is in English
    private static CultureInfo FindCulture(string name)
    {
        try
        {
            return new CultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private static bool IsLanguage(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
