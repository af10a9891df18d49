using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>Payloads of all types with random texts and parts, all valid, the same for the same seed.</summary>
internal sealed class RandomPayloads
{
    private const int Types = 6;

    private readonly RandomText _text;
    private readonly int _hostility;

    private RandomPayloads(int seed, int hostility)
    {
        _text = new(new(seed));
        _hostility = hostility;
    }

    public static IEnumerable<string> Generate(int count) =>
        Enumerable.Range(0, count).Select(seed => new RandomPayloads(seed, seed / Types % 3).Next(seed % Types).ToJsonString());

    private JsonObject Next(int type) => type switch
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
        var (type, target) = _text.Pick<(int?, string)>((null, ""), (null, ""), (1, "url"), (2, "media_id"), (3, "userid"));
        return Add(field, ("type", type ?? (_text.Chance(5) ? 0 : null)), (target, target.Length == 0 ? null : target == "url" ? _text.Url() : Text()));
    }

    /// <summary>Adds a click, now and then one that no cmdlet makes.</summary>
    private JsonObject Jump(JsonObject part, bool mustJump) => _text.Below(mustJump ? 3 : 5) switch
    {
        0 => Add(part, ("type", 1), ("url", _text.Url()), ("pagepath", _text.Chance(5) ? "" : null)),
        1 => Add(part, ("type", 2), ("appid", Text()), ("pagepath", Maybe(Text))),
        2 => Add(part, ("type", _text.Chance(90) ? 1 : 2), ("url", _text.Url()), ("appid", Text()), ("pagepath", Maybe(Text))),
        _ => Add(part, ("type", _text.Chance(5) ? 0 : null), ("url", _text.Chance(5) ? _text.Url() : null)),
    };

    private string Text() => _hostility switch
    {
        0 => _text.Plain(),
        1 => _text.Hostile(),
        _ => _text.Unclean(),
    };

    private JsonArray Users() => List(0, 3, () => _text.Pick("lisi", "wang.wu", "it's", "123", "-x", "@all", "zhao_1", "LiSi-2", "all"));

    private JsonArray Mobiles() => List(0, 2, () => _text.Pick("13800001111", "+85290001111", "@all"));

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
