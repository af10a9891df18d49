using System;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Robots;
using WeComRobot.State;

namespace WeComRobot.Outbox;

/// <summary>What a file of the outbox contains. It names the robot, and has no field for a key.</summary>
internal sealed class OutboxEntry
{
    /// <summary>Reads and writes it.</summary>
    public static StateJson<OutboxEntry> Json { get; } = new(OutboxJsonContext.Readable.OutboxEntry, maxBytes: 16 * 1024 * 1024);

    public string? Robot { get; set; }

    public int Part { get; set; }

    public int PartCount { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The moment before which it is not delivered.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>The moment from which it is not delivered any more.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The id of the message without which it makes no sense.</summary>
    public string? Follows { get; set; }

    /// <summary>The key of the alert that it is about.</summary>
    public string? Alert { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>The byte limit that its content was split for, if it is not that of the official page.</summary>
    public int? ByteLimit { get; set; }

    public string? MediaName { get; set; }

    public MediaType? MediaType { get; set; }

    public JsonElement Message { get; set; }

    /// <summary>Whether the part is a file, which is kept beside the entry and uploaded before the part is posted.</summary>
    [JsonIgnore]
    public bool IsAttachment => MediaName is not null && MediaType is not null;

    /// <summary>Whether it has what every message needs: somebody may have written something else into the file.</summary>
    [JsonIgnore]
    public bool IsWhole => Robot is not null && RobotName.IsValid(Robot) && Message.ValueKind == JsonValueKind.Object;

    public static OutboxEntry Create(string robot, Message message, int part, int partCount, MediaFile? attachment, DateTimeOffset now, KeepOptions? keep = null) => new()
    {
        Robot = robot,
        Part = part,
        PartCount = partCount,
        CreatedAt = now,
        NotBefore = keep?.NotBefore,
        ExpiresAt = now + keep?.ExpiresAfter,
        Follows = keep?.Follows,
        Alert = keep?.Alert,
        ByteLimit = (message as ContentMessage)?.ByteLimit,
        MediaName = attachment?.WantedName,
        MediaType = attachment?.Type,
        Message = JsonDocument.Parse(MessageJson.ToUtf8(message)).RootElement,
    };

    /// <exception cref="WeComException">InvalidMessage: somebody wrote something else into the file.</exception>
    public Message ReadMessage() => MessageJson.Parse(Message.GetRawText()) switch
    {
        ContentMessage content => content with { ByteLimit = ByteLimit },
        var message => message,
    };
}

/// <summary>The serializers of the outbox, generated at build time. The JSON is indented, because people read these files.</summary>
[JsonSerializable(typeof(OutboxEntry))]
internal sealed partial class OutboxJsonContext : JsonSerializerContext
{
    public static OutboxJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
