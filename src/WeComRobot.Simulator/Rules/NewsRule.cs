using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype news: 1 to 8 articles, whose long texts the service truncates silently.</summary>
internal sealed class NewsRule : IMessageRule
{
    private const int MaxArticles = 8;

    private static readonly (string Name, int MaxBytes)[] DisplayedFields =
        [("title", 128), ("description", 512), ("url", int.MaxValue), ("picurl", int.MaxValue)];

    public string MessageType => "news";

    public RuleResult Check(PayloadNode payload, Func<string, ReceivedMedia?> findMedia)
    {
        var articles = payload.Child("articles").Items();
        if (articles.Length == 0)
        {
            // Inferred: no articles count as empty content
            return new Refusal(ErrorCode.EmptyContent) { Field = payload.Child("articles").Path };
        }

        var refusal = payload.CheckList("articles", MaxArticles, ErrorCode.TooManyArticles, CheckArticle);
        return refusal is not null ? refusal : new RuleResult(Display: Display(articles));
    }

    public IEnumerable<PayloadSize> Measure(PayloadNode payload, ReceivedMedia? media) =>
    [
        .. payload.MeasureList("articles", MaxArticles),
        .. payload.Child("articles").Items().SelectMany(article => DisplayedFields
            .Where(field => field.MaxBytes < int.MaxValue)
            .SelectMany(field => article.MeasureTexts(field.MaxBytes, field.Name))),
    ];

    private static Refusal? CheckArticle(PayloadNode article) =>
        article.RequireText("title", ErrorCode.MissingTitle)
        ?? article.RequireText("url", ErrorCode.MissingUrl)
        ?? article.CheckTexts("description", "picurl");

    private static JsonObject Display(PayloadNode[] articles) => new()
    {
        ["articles"] = new JsonArray([.. articles.Select(DisplayArticle)]),
    };

    private static JsonNode DisplayArticle(PayloadNode article)
    {
        var displayed = new JsonObject();
        foreach (var (name, maxBytes) in DisplayedFields)
        {
            if (article.Text(name) is { } text)
            {
                displayed[name] = Utf8Truncation.Truncate(text, maxBytes);
            }
        }

        return displayed;
    }
}
