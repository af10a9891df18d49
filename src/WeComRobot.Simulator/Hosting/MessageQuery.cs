using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Rules;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Hosting;

/// <summary>The accepted messages that a request asks for: of one robot, of one type, or with some words in any text.</summary>
internal sealed class MessageQuery
{
    private const int MaxWords = 100;

    private readonly string? _robot;
    private readonly string? _type;
    private readonly string? _words;

    /// <exception cref="FormatException">A parameter is unknown or has no meaning; the message says which.</exception>
    public MessageQuery(IQueryCollection query, RobotSet robots, params string[] others)
    {
        string[] names = ["robot", "type", "contains", .. others];
        if (query.FirstOrDefault(parameter => !names.Contains(parameter.Key)) is { Key: { } unknown })
        {
            throw new FormatException($"unknown parameter '{unknown}'; there are {string.Join(", ", names)}");
        }

        if (query.FirstOrDefault(parameter => parameter.Value.Count > 1) is { Key: { } repeated })
        {
            throw new FormatException($"{repeated} must be given once");
        }

        _robot = Read(query, "robot");
        _type = Read(query, "type");
        _words = Read(query, "contains");
        if (_robot is not null && robots.Find(_robot) is null)
        {
            throw new FormatException($"robot must be the key of a robot of this simulator: {string.Join(", ", robots.All.Select(robot => robot.Key))}");
        }

        if (_type is not null && !MessageRules.Types.Contains(_type))
        {
            throw new FormatException($"type must be one of {string.Join(", ", MessageRules.Types)}");
        }
    }

    public bool Matches(ReceivedMessage message) =>
        (_robot is null || message.Key == _robot)
        && (_type is null || message.MessageType == _type)
        && (_words is null || TextsOf(message).Any(text => text.Contains(_words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What a request can ask for of a message, on one line: type, robot and its first words.</summary>
    public static string Describe(ReceivedMessage message)
    {
        var words = string.Join(' ', TextsOf(message)).ReplaceLineEndings(" ");
        return $"{message.MessageType} of {message.Key} with '{string.Concat(words.EnumerateRunes().Take(MaxWords))}'";
    }

    private static string? Read(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

    // The texts, as the body may have escaped them. The name of a file is not in it, and any letters are in the base64 of an image.
    private static IEnumerable<string> TextsOf(ReceivedMessage message)
    {
        if (message.MessageType == ImageRule.Type)
        {
            return [];
        }

        using var body = JsonDocument.Parse(message.Body);
        string[] fileName = message.Media is { } media ? [media.DisplayName] : [];
        return [.. Strings(body.RootElement.GetProperty(message.MessageType)), .. fileName];
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
