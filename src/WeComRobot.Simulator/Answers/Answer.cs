using System.Globalization;
using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Answers;

/// <summary>What an endpoint answers: accepted, with an upload's fields where it was one, or refused.</summary>
internal sealed record Answer(Refusal? Refusal = null, ReceivedMedia? Upload = null)
{
    public static implicit operator Answer(Refusal refusal) => new(refusal);

    public static byte[] ToJson(int code, string message) =>
        JsonText.Bytes(new JsonObject { ["errcode"] = code, ["errmsg"] = message });

    public static byte[] ToJson(ReceivedMedia upload) => JsonText.Bytes(new JsonObject
    {
        ["errcode"] = ErrorCode.Ok,
        ["errmsg"] = ErrorText.For(ErrorCode.Ok),
        ["type"] = upload.Type,
        ["media_id"] = upload.MediaId,
        // The service sends a string here
        ["created_at"] = upload.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    });
}
