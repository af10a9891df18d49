using System;
using System.IO;
using System.Text.Json.Nodes;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests;

/// <summary>The JSON samples of the official page, one file each, and payloads that differ from one in a few places.</summary>
internal static class Sample
{
    public static TheoryData<string> Names =>
    [
        "text_hello", "text", "markdown", "markdown_v2", "image", "news", "file", "voice", "text_notice", "news_notice",
    ];

    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"));

    /// <summary>The message of a sample after edits.</summary>
    /// <param name="name">The sample.</param>
    /// <param name="edits">
    /// <c>path=json</c> sets, <c>path</c> alone removes; a path reads <c>template_card.jump_list[0].title</c>.
    /// </param>
    public static Message Edited(string name, params string[] edits)
    {
        var root = JsonNode.Parse(Read(name))!;
        foreach (var edit in edits)
        {
            var parts = edit.Split('=', 2);
            Edit(root, parts[0], parts.Length == 2 ? JsonNode.Parse(parts[1]) : null, isRemoval: parts.Length == 1);
        }

        return MessageJson.Parse(root.ToJsonString());
    }

    private static void Edit(JsonNode root, string path, JsonNode? value, bool isRemoval)
    {
        var steps = path.Replace("[", ".[").Split('.');
        var parent = root;
        foreach (var step in steps[..^1])
        {
            parent = step[0] == '[' ? parent[IndexOf(step)]! : parent[step]!;
        }

        switch (parent)
        {
            case JsonArray list:
                list[IndexOf(steps[^1])] = value;
                break;
            case JsonObject part when isRemoval:
                part.Remove(steps[^1]);
                break;
            default:
                parent[steps[^1]] = value;
                break;
        }
    }

    private static int IndexOf(string step) => int.Parse(step.Trim('[', ']'), null);
}
