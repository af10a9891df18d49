using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using WeComRobot.Simulator.App.Advice;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>Payloads for tests, and the scripts that are written for them.</summary>
internal static class Payloads
{
    public static readonly Uri Webhook = new("http://127.0.0.1:8080/cgi-bin/webhook/send?key=KEY");

    public static string Text(string content) => Content("text", content);

    public static string Content(string type, string content) => Message(type, new() { ["content"] = content });

    public static string Image(byte[] bytes, string? md5 = null) => Message("image", new()
    {
        ["base64"] = Convert.ToBase64String(bytes),
        ["md5"] = md5 ?? Convert.ToHexStringLower(MD5.HashData(bytes)),
    });

    /// <summary>A card with a title, an action and these parts.</summary>
    public static string Card(string parts, string type = "text_notice")
    {
        var card = JsonNode.Parse("""{"main_title":{"title":"T"},"card_action":{"type":1,"url":"https://a"}}""")!.AsObject();
        card["card_type"] = type;
        foreach (var (name, part) in JsonNode.Parse(parts)!.AsObject())
        {
            card[name] = part?.DeepClone();
        }

        return Message("template_card", card);
    }

    public static MessageAdvice Advise(string payload, string language = "en", string? fileName = null) =>
        new ModuleAdviser().Advise(payload, fileName, Webhook, CultureInfo.GetCultureInfo(language));

    /// <summary>The script, with <c>-Robot …</c> in place of the webhook.</summary>
    public static string? Script(string payload, string language = "en", string? fileName = null) =>
        Advise(payload, language, fileName).Script?.Replace($"-Robot '{Webhook.AbsoluteUri}'", "-Robot …", StringComparison.Ordinal);

    private static string Message(string type, JsonObject body) => new JsonObject { ["msgtype"] = type, [type] = body }.ToJsonString();
}
