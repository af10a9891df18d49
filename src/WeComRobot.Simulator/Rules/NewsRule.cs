using System;
using System.Linq;
using System.Text.Json.Nodes;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype news: 1 to 8 articles, their long texts cut without a word.</summary>
internal sealed class NewsRule : IMessageRule
{
    private const int MostArticles = 8;

    private static readonly (string Name, int MostBytes)[] Fields =
        [("title", 128), ("description", 512), ("url", int.MaxValue), ("picurl", int.MaxValue)];

    public string MessageType => "news";

    public Judgement Judge(Part payload, Func<string, ReceivedMedia?> findMedia)
    {
        var articles = payload.Child("articles").Items();
        if (articles.Length == 0)
        {
            // Inferred: no article is no content
            return new Refusal(ErrorCode.EmptyContent);
        }

        var refusal = payload.List("articles", MostArticles, ErrorCode.TooManyArticles, Check);
        return refusal is not null ? refusal : new Judgement(Display: Display(articles));
    }

    private static Refusal? Check(Part article) =>
        article.Require("title", ErrorCode.MissingTitle)
        ?? article.Require("url", ErrorCode.MissingUrl)
        ?? article.Optional("description", "picurl");

    private static JsonObject Display(Part[] articles) => new()
    {
        ["articles"] = new JsonArray([.. articles.Select(Cut)]),
    };

    private static JsonNode Cut(Part article)
    {
        var seen = new JsonObject();
        foreach (var (name, most) in Fields)
        {
            if (article.Text(name) is { } text)
            {
                seen[name] = Utf8Cut.To(text, most);
            }
        }

        return seen;
    }
}
