using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>Payloads of all types with random texts and parts, all valid, the same for the same seed.</summary>
internal sealed class RandomPayloads
{
    private readonly RandomText _text;
    private readonly bool _isHostile;

    private RandomPayloads(int seed)
    {
        _text = new(new(seed));
        _isHostile = seed % 2 == 0;
    }

    public static IEnumerable<string> Generate(int count) => Enumerable.Range(0, count).Select(seed => new RandomPayloads(seed).Next(seed).ToJsonString());

    private JsonObject Next(int number) => (number % 6) switch
    {
        0 => Message("text", Object(("content", Text()), ("mentioned_list", Maybe(Users)), ("mentioned_mobile_list", Maybe(Mobiles)))),
        1 => Message("markdown", Object(("content", Text()))),
        2 => Message("markdown_v2", Object(("content", Text()))),
        3 => Message("news", Object(("articles", List(1, 8, Article)))),
        4 => Message("template_card", TextNotice()),
        _ => Message("template_card", NewsNotice()),
    };

    private JsonObject Article() => Object(("title", Text()), ("url", _text.Url()), ("description", Maybe(Text)), ("picurl", Maybe(_text.Url)));

    private JsonObject TextNotice() => Card(
        "text_notice", ("emphasis_content", Maybe(Titles)), ("sub_title_text", Maybe(Text)), ("main_title", Object(("title", Text()), ("desc", Maybe(Text)))));

    private JsonObject NewsNotice() => Card(
        "news_notice",
        ("main_title", Object(("title", Text()), ("desc", Maybe(Text)))),
        ("card_image", Object(("url", _text.Url()), ("aspect_ratio", Maybe(() => _text.Pick(1.3m, 2.25m, 1.50m, 1.3333333333333333333333333333m))))),
        ("image_text_area", Maybe(() => Jump(Object(("title", Maybe(Text)), ("desc", Maybe(Text)), ("image_url", _text.Url())), mustJump: false))),
        ("vertical_content_list", Maybe(() => List(1, 4, () => Object(("title", Text()), ("desc", Maybe(Text)))))));

    private JsonObject Card(string type, params (string, JsonNode?)[] own) => Object(
    [
        ("card_type", type),
        ("source", Maybe(() => Object(("icon_url", Maybe(_text.Url)), ("desc", Maybe(Text)), ("desc_color", Maybe(() => _text.Below(4)))))),
        .. own,
        ("quote_area", Maybe(() => Jump(Object(("title", Maybe(Text)), ("quote_text", Maybe(Text))), mustJump: false))),
        ("horizontal_content_list", Maybe(() => List(1, 6, Field))),
        ("jump_list", Maybe(() => List(1, 3, () => Jump(Object(("title", Text())), mustJump: false)))),
        ("card_action", Jump([], mustJump: true)),
    ]);

    private JsonObject Titles() => Object(("title", Maybe(Text)), ("desc", Maybe(Text)));

    private JsonObject Field()
    {
        var field = Object(("keyname", Text()), ("value", Maybe(Text)));
        var (type, target) = _text.Pick<(int?, string)>((null, ""), (0, ""), (1, "url"), (2, "media_id"), (3, "userid"));
        return Add(field, ("type", type), (target, target.Length == 0 ? null : target == "url" ? _text.Url() : Text()), ("url", type == 3 && _text.Chance(10) ? "https://x" : null));
    }

    /// <summary>Adds a click, now and then one that no cmdlet makes.</summary>
    private JsonObject Jump(JsonObject part, bool mustJump) => _text.Pick<string>(mustJump ? ["url", "program", "both"] : ["", "zero", "odd", "url", "program", "both"]) switch
    {
        "zero" => Add(part, ("type", 0)),
        "odd" => Add(part, ("type", Maybe(() => 0)), ("url", _text.Url())),
        "url" => Add(part, ("type", 1), ("url", _text.Url()), ("pagepath", _text.Chance(10) ? "" : null)),
        "program" => Add(part, ("type", 2), ("appid", Text()), ("pagepath", Maybe(Text))),
        "both" => Add(part, ("type", _text.Pick(1, 1, 2)), ("url", _text.Url()), ("appid", Text()), ("pagepath", Maybe(Text))),
        _ => part,
    };

    private string Text() => _isHostile ? _text.Next() : _text.Plain();

    private JsonArray Users() => List(0, 3, () => _text.Pick("lisi", "wang.wu", "it's", "123", "-x", "@all", " zhao "));

    private JsonArray Mobiles() => List(0, 2, () => _text.Pick("13800001111", "+86 138 0000 1111", "@all"));

    private JsonNode? Maybe<T>(Func<T> make) => _text.Chance(50) ? JsonValue(make()) : null;

    private JsonArray List<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, least + _text.Below(most - least + 1)).Select(_ => JsonValue(make()))];

    private static JsonNode? JsonValue<T>(T value) => value as JsonNode ?? System.Text.Json.Nodes.JsonValue.Create(value);

    private static JsonObject Message(string type, JsonObject body) => Object(("msgtype", type), (type, body));

    private static JsonObject Object(params (string Name, JsonNode? Value)[] fields) => Add([], fields);

    private static JsonObject Add(JsonObject to, params (string Name, JsonNode? Value)[] fields)
    {
        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            to[name] = value;
        }

        return to;
    }
}
