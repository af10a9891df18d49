using System.Globalization;
using System.Text.Json.Nodes;

namespace WeComRobot.Simulator.Responses;

/// <summary>The response of an endpoint: success, or the reason for a refusal.</summary>
/// <param name="Refusal">Null when the request was accepted.</param>
/// <param name="Upload">The accepted upload, whose fields are part of the response.</param>
internal sealed record ServiceResponse(Refusal? Refusal = null, ReceivedMedia? Upload = null)
{
    /// <summary>The response to a message that is accepted.</summary>
    public static ServiceResponse MessageAccepted { get; } = new();

    public static implicit operator ServiceResponse(Refusal refusal) => new(refusal);

    public static byte[] ToJson(int code, string message) =>
        JsonText.Serialize(new JsonObject { ["errcode"] = code, ["errmsg"] = message });

    public static byte[] ToJson(ReceivedMedia upload) => JsonText.Serialize(new JsonObject
    {
        ["errcode"] = ErrorCode.Ok,
        ["errmsg"] = ErrorText.For(ErrorCode.Ok),
        ["type"] = upload.Type,
        ["media_id"] = upload.MediaId,
        // The service sends a string, not a number
        ["created_at"] = upload.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    });
}
