using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using WeComRobot.Simulator.Cards;

namespace WeComRobot.Simulator.Rules;

/// <summary>The rules by msgtype. The lookup is case-sensitive, as the service refuses upper case.</summary>
internal static class MessageRules
{
    private static readonly Dictionary<string, IMessageRule> ByType = new IMessageRule[]
    {
        new TextRule(),
        new MarkdownRule("markdown"),
        new MarkdownRule("markdown_v2"),
        new ImageRule(),
        new NewsRule(),
        new MediaRule("file"),
        new MediaRule("voice"),
        new TemplateCardRule(),
    }.ToDictionary(rule => rule.MessageType);

    /// <summary>The eight message types.</summary>
    public static IReadOnlyCollection<string> Types => ByType.Keys;

    public static IMessageRule? For(JsonElement message) =>
        new PayloadNode(message, "").Text("msgtype") is { } type ? ByType.GetValueOrDefault(type) : null;
}
