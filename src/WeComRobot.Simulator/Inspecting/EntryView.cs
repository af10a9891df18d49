using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator.Inspecting;

/// <summary>An entry of the log as the page gets it.</summary>
internal sealed record EntryView
{
    /// <summary>The entry's number; 0 for a message that was not sent.</summary>
    public long Id { get; init; }

    /// <summary>The robot's number, from 1; 0 if the key is unknown.</summary>
    public int Robot { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The msgtype, or <c>upload</c>; null if the body has no known one.</summary>
    public string? Type { get; init; }

    public Outcome Outcome { get; init; }

    /// <summary>The object named after the msgtype, as members see it, without the data of an image.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The content of Markdown as nodes.</summary>
    public JsonArray? Nodes { get; init; }

    /// <summary>The file or the voice that the message refers to.</summary>
    public MediaView? Media { get; init; }

    /// <summary>The address of an image.</summary>
    public string? Image { get; init; }

    /// <summary>The beginning of a body that cannot be drawn.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Why it was refused, by the service's rules or by a fault that has an errcode; null if it was not.</summary>
    public RefusalView? Refusal { get; init; }

    /// <summary>What its sender should know although the service accepted it; null if there is nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>The errcode that its sender was told; null if the response had none.</summary>
    public int? Errcode { get; init; }

    /// <summary>The path that it was posted to, if the service has no such path.</summary>
    public string? UnknownPath { get; init; }

    /// <summary>What a scripted fault did, such as <c>HTTP 503</c>.</summary>
    public string? Fault { get; init; }

    /// <summary>By how many milliseconds the fault delays the response; null if it does not.</summary>
    public int? DelayMs { get; init; }

    /// <summary>The id of an earlier request with the same content, which its sender may have sent again; null if there is none.</summary>
    public long? RetryOf { get; init; }

    /// <summary>Whether a fault replaced the response although the message was accepted.</summary>
    public bool ResponseReplaced { get; init; }
}

/// <summary>What came of a request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
internal enum Outcome
{
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>A scripted fault answered in place of the service, and the message was not accepted.</summary>
    [JsonStringEnumMemberName("fault")]
    Fault,
}

/// <summary>A file or a voice, as members see it.</summary>
/// <param name="DisplayName">The name of the file.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Seconds">How long a voice lasts; null for a file.</param>
internal sealed record MediaView(string DisplayName, int Size, double? Seconds);

/// <summary>Why a message is refused.</summary>
/// <param name="Errcode">The errcode of the response.</param>
/// <param name="Errmsg">What its errmsg begins with.</param>
/// <param name="Rule">The rule that was broken, as a sentence; null if a fault has an errcode of no rule.</param>
/// <param name="Field">The path of the field that broke it; null if it is not one field.</param>
/// <param name="Remedy">What to do about it; null without an adviser, or where the rule says it already.</param>
internal sealed record RefusalView(int Errcode, string Errmsg, string? Rule, string? Field, string? Remedy);
