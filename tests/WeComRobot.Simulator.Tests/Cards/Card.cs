using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Tests.Cards;

/// <summary>Creates minimal cards, and changes fields of them by a path such as <c>card_action.url</c>.</summary>
internal static class Card
{
    public static JsonObject TextNotice() => Parse("""
        {"card_type":"text_notice","main_title":{"title":"t"},"card_action":{"type":1,"url":"https://a.b"}}
        """);

    public static JsonObject NewsNotice() => Parse("""
        {"card_type":"news_notice","main_title":{"title":"t"},"card_image":{"url":"https://a.b"},"card_action":{"type":1,"url":"https://a.b"}}
        """);

    public static JsonObject Create(string type) => type == "text_notice" ? TextNotice() : NewsNotice();

    /// <summary>Sets a field to a JSON value, or removes it if <paramref name="json"/> is null.</summary>
    public static JsonObject With(this JsonObject message, string path, string? json)
    {
        JsonNode parent = message["template_card"]!;
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            parent = parent[name]!;
        }

        if (json is null)
        {
            parent.AsObject().Remove(names[^1]);
        }
        else
        {
            parent[names[^1]] = JsonNode.Parse(json);
        }

        return message;
    }

    private static JsonObject Parse(string card) =>
        new() { ["msgtype"] = "template_card", ["template_card"] = JsonNode.Parse(card) };
}
