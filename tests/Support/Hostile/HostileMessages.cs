using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace WeComRobot.Tests.Support;

/// <summary>
/// The hostile messages of the JSON files beside this class. Each has a name, a <c>payload</c> or a <c>body</c> that may be no JSON, the
/// <c>errcode</c> of a refused one, and the <c>fileName</c> of its upload. <see cref="Repetition"/> writes what is long in them.
/// </summary>
public static class HostileMessages
{
    public static IReadOnlyList<HostileMessage> All { get; } =
    [
        .. typeof(HostileMessages).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Hostile/", StringComparison.Ordinal))
            .SelectMany(ReadFile)
            .Select(message => Read(message!.AsObject())),
    ];

    private static JsonArray ReadFile(string name)
    {
        using var file = typeof(HostileMessages).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(file)!.AsArray();
    }

    private static HostileMessage Read(JsonObject message) => new(
        (string)message["name"]!,
        message["body"] is { } body ? (string)Repetition.Expand(body)! : Repetition.Expand(message["payload"])!.ToJsonString(),
        (string?)Repetition.Expand(message["fileName"]),
        (int?)message["errcode"] ?? 0);
}
