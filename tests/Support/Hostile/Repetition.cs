using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace WeComRobot.Tests.Support;

/// <summary>
/// What is long, written shortly: <c>{"repeat": "a", "times": 9}</c> is a string, <c>{"join": ["x", {…}]}</c> is one of several, and
/// <c>{"items": …, "times": 9}</c> is an array.
/// </summary>
public static class Repetition
{
    public static JsonNode? Expand(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(item => Expand(item))]),
        JsonObject repeat when repeat.ContainsKey("repeat") => string.Concat(Enumerable.Repeat((string)repeat["repeat"]!, Times(repeat))),
        JsonObject join when join.ContainsKey("join") => string.Concat(join["join"]!.AsArray().Select(part => (string)Expand(part)!)),
        JsonObject items when items.ContainsKey("items") =>
            new JsonArray([.. Enumerable.Range(0, Times(items)).Select(_ => Expand(items["items"]))]),
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Expand(field.Value)))),
        _ => node?.DeepClone(),
    };

    private static int Times(JsonObject repetition) => (int)repetition["times"]!;
}
